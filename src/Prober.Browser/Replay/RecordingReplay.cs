using Prober.Evidence;
using Prober.Evidence.Har;
using Prober.Scenarios;

namespace Prober.Browser.Replay;

/// <summary>
/// A recording in place of the network: a browser that is started with <see cref="BrowserArguments"/> gets every answer from it, and reaches nothing
/// else.
/// </summary>
public sealed class RecordingReplay : IAsyncDisposable
{
    private readonly RecordedAnswers _answers;
    private readonly FreshValues _values;
    private readonly TimeProvider _time;
    private readonly string _name;
    private ReplayHost? _host;

    private RecordingReplay(HarLog recording, string name, IReadOnlyCollection<string> typed, IReadOnlyDictionary<int, int> logouts, TimeProvider time)
    {
        (Recording, _name, _time) = (recording, name, time);
        (_answers, _values) = (new(recording, logouts), new(typed));
    }

    /// <summary>What Chromium needs on its command line.</summary>
    public IReadOnlyList<string> BrowserArguments => [RecordedNames.Rules(Recording, _host!.HttpPort, _host.HttpsPort), "--no-proxy-server"];

    internal HarLog Recording { get; }

    private DateTimeOffset RecordedAt => Recording.Entries.Count > 0 ? Recording.Entries[0].StartedAt : _time.GetUtcNow();

    /// <summary>Starts to answer, on loopback.</summary>
    /// <param name="recording">With all textual bodies (<see cref="BodyRetention.All"/>), because scripts and styles are pages' parts too.</param>
    /// <param name="name">The file's name, as the report shows it.</param>
    /// <param name="account">Whose credentials are typed: the recorded ones are not exchanged for them.</param>
    /// <param name="logouts">Entries on the way of a logout, by their index, and for each the entry that began it: behind it nothing answers that was shown before.</param>
    /// <param name="time">The clock of today.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<RecordingReplay> StartAsync(
        HarLog recording, string name, Account account, IReadOnlyDictionary<int, int> logouts, TimeProvider time, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ArgumentNullException.ThrowIfNull(account);
        var replay = new RecordingReplay(recording, name, [account.Username.Reveal(), account.Password.Reveal()], logouts, time);
        replay._host = await ReplayHost.StartAsync(ReplayCertificate.Create(time.GetUtcNow()), new ReplayResponder(replay._answers, replay._values, time).AnswerAsync, cancellationToken);
        return replay;
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null) await _host.DisposeAsync();
    }

    /// <summary>The script that gives pages the time of the recording.</summary>
    internal string PageClockScript() => PageClock.Script(_time.GetUtcNow() - RecordedAt);

    /// <summary>Puts the recorded values back into a text.</summary>
    internal string Restore(string text) => _values.Restore(text);

    /// <summary>Puts the traffic of a run back into the time and the values of the recording.</summary>
    internal ReplayedTraffic Restore(HarLog live) => ReplayedTraffic.Of(live, Recording, _values.Restore);

    /// <summary>What the report says of the replay.</summary>
    internal ReplayInfo Describe(ReplayedTraffic? traffic) => new()
    {
        Recording = _name,
        RecordedAt = RecordedAt,
        Entries = Recording.Entries.Count,
        Used = _answers.Used,
        Unrecorded = traffic?.Unrecorded ?? [],
    };
}
