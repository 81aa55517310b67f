using System.Runtime.CompilerServices;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>Reads one entry of <c>log.entries</c>.</summary>
internal sealed class HarEntryParser(HarReadOptions options, HarReadTally tally, StringPool pool)
{
    private readonly HarRequestParser _requests = new(options, tally, pool);
    private readonly HarResponseParser _responses = new(options, tally, pool);
    private readonly StaticFiles _files = new(pool);
    private DateTimeOffset _previous = DateTimeOffset.UnixEpoch;
    private int _index;

    /// <summary>Reads on from elsewhere: an entry that bears no time takes this one.</summary>
    public void ContinueAt(int index, DateTimeOffset previous) => (_index, _previous) = (index, previous);

    /// <summary>The next entry, or null for one without a request URL, which says nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarEntry? Read(JsonStreamReader json)
    {
        if (!json.BeginObject())
        {
            json.SkipValue();
            tally.SkippedEntries++;
            return null;
        }

        HarRequest? request = null;
        HarResponse? response = null;
        DateTimeOffset? started = null;
        string? page = null, frame = null, type = null;
        double time = 0;
        bool worker = false, isFile = false;
        while (json.NextMember())
        {
            if (json.Is("request"u8)) request = _requests.Read(json);
            else if (json.Is("response"u8)) response = _responses.Read(json, _index >= options.WholeEntries, ref worker, out isFile);
            else if (json.Is("startedDateTime"u8)) started = RecordedTime.Instant(json);
            else if (json.Is("time"u8)) time = RecordedTime.Duration(json.Number());
            else if (json.Is("pageref"u8)) page = json.PooledText(pool);
            else if (json.Is("_frameref"u8)) frame = json.PooledText(pool);
            else if (json.Is("_resourceType"u8)) type = json.PooledText(pool);
            else if (IsWorker(json)) worker |= json.Text() == "true";
            else json.SkipValue();
        }

        if (request is null)
        {
            tally.SkippedEntries++;
            return null;
        }

        response ??= new HarResponse { Status = 0, Headers = HarHeaders.None };
        if (isFile) request = request with { Headers = _files.Thin(request.Headers) };
        return new HarEntry
        {
            Index = _index++,
            StartedAt = Started(started),
            TimeMs = time,
            Request = request,
            Response = response,
            Page = page,
            Frame = frame,
            ResourceType = string.IsNullOrEmpty(type) ? null : type.ToLowerInvariant(),
            FromServiceWorker = worker,
        };
    }

    internal static bool IsWorker(JsonStreamReader json) =>
        json.Is("_fetchedViaServiceWorker"u8) || json.Is("_wasFetchedViaServiceWorker"u8);

    private DateTimeOffset Started(DateTimeOffset? started)
    {
        if (started is { } known && RecordedTime.IsPossible(known)) return _previous = known.ToUniversalTime();
        tally.UndatedEntries++;
        return _previous;
    }
}
