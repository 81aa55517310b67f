using Prober.Browser;
using Prober.Browser.Replay;
using Prober.Checklist;
using Prober.Evidence.Redaction;
using Prober.Runs.Testimony;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>
/// Record, ask the provider, redact, judge, publish, audit: the only place that knows the order. What is judged is the redacted evidence,
/// so that a stored bundle can only give the same answer.
/// </summary>
/// <param name="session">The browser.</param>
/// <param name="replay">The recording that answers it; null for the network.</param>
internal sealed class RunPipeline(BrowserSession session, RecordingReplay? replay = null)
{
    /// <summary>Takes pictures where the settings of the browser say so; false where nobody will look at them.</summary>
    public bool Pictures { get; init; } = true;

    public async Task<CompletedRun> RunAsync(Scenario scenario, RunOutput output, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        if (replay is not null) scenario = ReplayedScenario.Of(scenario);
        return await PublishAsync(await RecordAsync(scenario, output.KeepScripts, progress, cancellationToken), scenario, output);
    }

    /// <summary>What the browser saw and what the provider says of it, in clear: nothing of it may be written.</summary>
    internal async Task<RecordedRun> RecordAsync(Scenario scenario, bool keepScripts, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        using var testimony = ProviderTestimony.Begin(scenario, session, TimeProvider.System);
        var options = new RecordingOptions { Screenshots = Pictures, Progress = progress, Replay = replay, KeepScripts = keepScripts };
        var recorded = await new JourneyRecorder(session).RecordAsync(scenario, options, cancellationToken);
        return await testimony.CompleteAsync(recorded, progress, cancellationToken);
    }

    /// <summary>Takes no token: whatever was recorded is worth a record, also of an interrupted run.</summary>
    internal static async Task<CompletedRun> PublishAsync(RecordedRun recorded, Scenario scenario, RunOutput output)
    {
        recorded.Secrets.Add(scenario.Account.Username.Reveal(), SecretKind.Personal);
        var redactor = new Redactor();
        var evidence = redactor.Redact(recorded.Raw, recorded.Secrets);
        var report = ChecklistRunner.Run(evidence);
        var trace = recorded.Trace is { } recording && (output.KeepTrace || report.Verdict is not (Verdict.Pass or Verdict.Warn))
            ? RedactedTrace.Of(recording, redactor, recorded.Secrets) : null;
        var walked = output.Ticket is not null && scenario.File is { } file && File.Exists(file)
            ? redactor.Redact(await File.ReadAllTextAsync(file, CancellationToken.None), recorded.Secrets) : null;
        return await Publication.WriteAsync(report, evidence, recorded.Secrets, output, new(trace, walked));
    }
}
