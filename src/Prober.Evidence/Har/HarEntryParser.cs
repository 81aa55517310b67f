using System.Globalization;
using System.Text.Json;

namespace Prober.Evidence.Har;

/// <summary>Reads one entry of <c>log.entries</c>.</summary>
internal sealed class HarEntryParser(HarReadOptions options, HarReadTally tally)
{
    private readonly HarRequestParser _requests = new(options, tally);
    private readonly HarResponseParser _responses = new(options, tally);
    private DateTimeOffset _previous = DateTimeOffset.UnixEpoch;
    private int _index;

    /// <summary>The entry under the reader, or null for one without a request URL, which says nothing.</summary>
    public HarEntry? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            tally.SkippedEntries++;
            return null;
        }

        HarRequest? request = null;
        HarResponse? response = null;
        string? started = null, page = null, frame = null, type = null;
        double time = 0;
        var worker = false;
        while (LenientJson.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("request"u8)) request = _requests.Read(ref reader);
            else if (reader.ValueTextEquals("response"u8)) response = _responses.Read(ref reader, ref worker);
            else if (reader.ValueTextEquals("startedDateTime"u8)) started = Next(ref reader);
            else if (reader.ValueTextEquals("time"u8)) time = NextNumber(ref reader);
            else if (reader.ValueTextEquals("pageref"u8)) page = Next(ref reader);
            else if (reader.ValueTextEquals("_frameref"u8)) frame = Next(ref reader);
            else if (reader.ValueTextEquals("_resourceType"u8)) type = Next(ref reader);
            else if (IsWorker(ref reader)) worker |= Next(ref reader) == "true";
            else SkipValue(ref reader);
        }

        if (request is null)
        {
            tally.SkippedEntries++;
            return null;
        }

        return new HarEntry
        {
            Index = _index++,
            StartedAt = Started(started),
            TimeMs = time,
            Request = request,
            Response = response ?? new HarResponse { Status = 0, Headers = HarHeaders.None },
            Page = page,
            Frame = frame,
            ResourceType = string.IsNullOrEmpty(type) ? null : type.ToLowerInvariant(),
            FromServiceWorker = worker,
        };
    }

    internal static bool IsWorker(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("_fetchedViaServiceWorker"u8) || reader.ValueTextEquals("_wasFetchedViaServiceWorker"u8);

    internal static string? Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LenientJson.Text(ref reader);
    }

    internal static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static double NextNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return LenientJson.Number(ref reader) ?? 0;
    }

    private DateTimeOffset Started(string? text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var started)) return _previous = started.ToUniversalTime();
        tally.UndatedEntries++;
        return _previous;
    }
}
