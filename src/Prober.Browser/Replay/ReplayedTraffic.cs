using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// Makes the traffic of a replay what it repeats: what the browser asked, with the values of then, and what was answered then. So a check judges the
/// recording as the journey went through it.
/// </summary>
internal sealed class ReplayedTraffic
{
    private const int MostNamed = 20;

    /// <value>Chromium's word for a request that was given up, which no check blames on anybody.</value>
    private const string GivenUp = "net::ERR_ABORTED (not in the recording)";

    private ReplayedTraffic(HarLog log, RecordedTimeline timeline, IReadOnlyList<(HarEntry Live, DateTimeOffset At)> unrecorded) =>
        (Log, Timeline, Unrecorded) = (log, timeline, [.. unrecorded.Take(MostNamed).Select(each => new UnrecordedRequest(
            each.Live.Request.Method, each.Live.Request.Url, each.At, each.Live.ResourceType))]);

    public HarLog Log { get; }

    public RecordedTimeline Timeline { get; }

    /// <summary>Requests to which the recording has no answer, in order; the first twenty.</summary>
    public IReadOnlyList<UnrecordedRequest> Unrecorded { get; }

    /// <param name="live">As the replaying browser recorded it, joined over its windows.</param>
    /// <param name="recording">What was replayed.</param>
    /// <param name="restore">Puts the recorded values back into a text.</param>
    public static ReplayedTraffic Of(HarLog live, HarLog recording, Func<string, string> restore)
    {
        var byIndex = recording.Entries.ToDictionary(entry => entry.Index);
        var failures = recording.Entries.Where(RecordedFailure.IsOutage).GroupBy(entry => RequestKey.Of(entry.Request.Method, entry.Request.Url)).ToDictionary(address => address.Key, address => new Queue<HarEntry>(address));
        var pairs = live.Entries.Select(entry => (Live: entry, Recorded: Recorded(entry, byIndex, failures))).ToList();
        var timeline = new RecordedTimeline(pairs.Where(pair => pair.Recorded is not null).SelectMany(pair => Marks(pair.Live, pair.Recorded!)));
        var entries = pairs.Select(pair => Restored(pair.Live, pair.Recorded, timeline, restore)).OrderBy(entry => entry.StartedAt).Select((entry, index) => entry with { Index = index });
        var unrecorded = pairs.Where(pair => pair.Recorded is null && IsUnanswered(pair.Live)).Select(pair => (Restored(pair.Live, null, timeline, restore), timeline.At(pair.Live.StartedAt)));
        return new(live with { Entries = [.. entries], Report = recording.Report }, timeline, [.. unrecorded]);
    }

    private static HarEntry? Recorded(HarEntry live, Dictionary<int, HarEntry> byIndex, Dictionary<RequestKey, Queue<HarEntry>> failures)
    {
        if (ReplayTag.Read(live.Response) is { } index) return byIndex.GetValueOrDefault(index);
        if (live.Response.Status > 0 || live.Response.Failure is null) return null;
        // A request that was cut off brings no tag along; the failures of one address come in their order, the last of them as often as it is asked for.
        if (!failures.TryGetValue(RequestKey.Of(live.Request.Method, live.Request.Url), out var ofAddress)) return null;
        return ofAddress.Count > 1 ? ofAddress.Dequeue() : ofAddress.Peek();
    }

    private static IEnumerable<(DateTimeOffset Live, DateTimeOffset Recorded)> Marks(HarEntry live, HarEntry recorded)
    {
        yield return (live.StartedAt, recorded.StartedAt);
        // What a tab shows comes when its document is there; a poll or a stream ends at any time.
        if (IsDocument(live)) yield return (live.EndedAt, recorded.EndedAt);
    }

    private static HarEntry Restored(HarEntry live, HarEntry? recorded, RecordedTimeline timeline, Func<string, string> restore)
    {
        var request = live.Request with
        {
            Url = restore(live.Request.Url),
            Headers = new([.. live.Request.Headers.Select(header => header with { Value = restore(header.Value) })]),
            PostData = live.Request.PostData is { } data ? data with { Text = data.Text is { } text ? restore(text) : null } : null,
        };
        var restored = new HarEntry
        {
            Index = live.Index,
            StartedAt = timeline.At(live.StartedAt),
            TimeMs = recorded?.TimeMs ?? live.TimeMs,
            Request = request,
            Response = recorded?.Response ?? live.Response,
            Page = live.Page,
            Frame = live.Frame,
            ResourceType = live.ResourceType,
            FromServiceWorker = live.FromServiceWorker,
        };
        return recorded is null && IsUnanswered(live) ? restored with { Response = new() { Status = 0, Headers = HarHeaders.None, Failure = GivenUp } } : restored;
    }

    // Neither answered from the recording nor by the browser itself (its cache, a page made by a script).
    private static bool IsUnanswered(HarEntry live) =>
        ReplayTag.IsUnrecorded(live.Response) || (live.Response is { Status: 0, Failure: { } failure } && !failure.Contains("ERR_ABORTED", StringComparison.Ordinal) && live.Request.Uri is { Scheme: "http" or "https" });

    private static bool IsDocument(HarEntry entry) => entry.ResourceType == "document" || (entry.ResourceType is null && MediaTypes.IsHtml(entry.Response.MimeType));
}
