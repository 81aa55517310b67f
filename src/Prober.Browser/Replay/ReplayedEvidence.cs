using Prober.Browser.Recording;
using Prober.Evidence;
using Prober.Evidence.Session;

namespace Prober.Browser.Replay;

/// <summary>Puts everything that a replay saw into the time and the values of the recording, so that a token of then is judged by the clock of then.</summary>
internal static class ReplayedEvidence
{
    /// <summary>What was seen, and the run, as of then.</summary>
    public static (JourneySeen Seen, RunInfo Run) Of(JourneySeen live, RunInfo run, RecordingReplay replay)
    {
        if (live.Traffic.Value is not { } log) return (live, run with { Replay = replay.Describe(null) });
        var traffic = replay.Restore(log);
        var time = traffic.Timeline;
        var restored = new JourneySeen
        {
            Traffic = Captured.Of(traffic.Log),
            Phases = [.. live.Phases.Select(phase => phase with { StartedAt = time.At(phase.StartedAt), Duration = time.At(phase.EndedAt) - time.At(phase.StartedAt) })],
            Tabs = [.. live.Tabs.Select(tab => tab with { At = time.At(tab.At), Url = tab.Url is { } url ? replay.Restore(url) : null })],
            Cookies = [.. live.Cookies.Select(snapshot => Of(snapshot, time, replay))],
            Storage = [.. live.Storage.Select(snapshot => snapshot with { At = time.At(snapshot.At), LocalStorage = Of(snapshot.LocalStorage, replay), SessionStorage = Of(snapshot.SessionStorage, replay) })],
            Console = [.. live.Console.Select(entry => entry with { At = time.At(entry.At), Text = replay.Restore(entry.Text) })],
        };
        return (restored, run with
        {
            StartedAt = time.At(run.StartedAt),
            Duration = time.At(run.StartedAt + run.Duration) - time.At(run.StartedAt),
            Replay = replay.Describe(traffic),
        });
    }

    private static CookieSnapshot Of(CookieSnapshot snapshot, RecordedTimeline time, RecordingReplay replay) => new(
        snapshot.Moment, time.At(snapshot.At),
        [.. snapshot.Cookies.Select(cookie => cookie with { Value = replay.Restore(cookie.Value), Expires = cookie.Expires is { } end ? time.At(end) : null })]);

    private static Dictionary<string, string> Of(IReadOnlyDictionary<string, string> storage, RecordingReplay replay) =>
        storage.ToDictionary(item => replay.Restore(item.Key), item => replay.Restore(item.Value));
}
