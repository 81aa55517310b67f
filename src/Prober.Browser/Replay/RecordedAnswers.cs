using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// Finds the recorded exchange that a request repeats: the one most like it; of equals the first that was not used yet; when all were, the last of
/// them, so that a page that is looked at more often than then shows what it showed last. Behind a logout nothing answers that was shown before it.
/// </summary>
/// <param name="recording">What is replayed.</param>
/// <param name="logouts">Entries on the way of a logout, and for each the entry that began it.</param>
internal sealed class RecordedAnswers(HarLog recording, IReadOnlyDictionary<int, int>? logouts = null)
{
    private readonly ILookup<RequestKey, HarEntry> _entries = recording.Entries.ToLookup(entry => RequestKey.Of(entry.Request.Method, entry.Request.Url));
    private readonly HashSet<int> _used = [];
    private readonly Lock _gate = new();
    private int _loggedOutAt;

    /// <summary>How many entries of the recording were asked for so far.</summary>
    public int Used
    {
        get
        {
            lock (_gate) return _used.Count;
        }
    }

    /// <summary>The exchange, or null when nothing of that method, origin and path was recorded.</summary>
    public HarEntry? Find(RequestSeen seen)
    {
        lock (_gate)
        {
            var entry = Choose(seen);
            if (entry is null) return null;
            _used.Add(entry.Index);
            if (logouts?.TryGetValue(entry.Index, out var first) == true) _loggedOutAt = Math.Max(_loggedOutAt, first);
            return entry;
        }
    }

    /// <summary>The same, and the exchange stays for the request that is still to come.</summary>
    public HarEntry? Peek(RequestSeen seen)
    {
        lock (_gate) return Choose(seen);
    }

    /// <summary>The same page or script with its body, where the recorder noted only that the browser had it already (RFC 9110 section 15.4.5).</summary>
    public HarEntry? Whole(HarEntry notModified) =>
        _entries[RequestKey.Of(notModified.Request.Method, notModified.Request.Url)].LastOrDefault(entry => entry.Response is { Status: 200, Body: not null });

    private HarEntry? Choose(RequestSeen seen)
    {
        var likely = _entries[RequestKey.Of(seen.Method, seen.Url)].Where(entry => IsAnswer(entry) && (entry.Index >= _loggedOutAt || IsForEverybody(entry))).GroupBy(entry => Likeness.Of(seen, entry)).MaxBy(group => group.Key)?.ToList();
        return likely?.Find(entry => !_used.Contains(entry.Index)) ?? likely?[^1];
    }

    // A style, a script, or data that was asked for by nobody in particular (a provider's keys) is the same before and after.
    private static bool IsForEverybody(HarEntry entry) => !MediaTypes.IsEvidence(entry.Response.MimeType)
        || (entry.Response.Status == 200 && entry.ResourceType is not ("document" or "iframe") && !MediaTypes.IsHtml(entry.Response.MimeType)
            && entry.Request.Method == "GET" && entry.Request.Headers["cookie"] is null && entry.Request.Headers["authorization"] is null);

    // What the recording browser gave up itself answers nothing.
    private static bool IsAnswer(HarEntry entry) => entry.Response.Status > 0 || RecordedFailure.IsOutage(entry);
}
