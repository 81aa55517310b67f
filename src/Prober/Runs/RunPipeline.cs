using Prober.Browser;
using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Evidence.Redaction;
using Prober.Reporting;
using Prober.Runs.Testimony;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>
/// Record, ask the provider, redact, judge, publish, audit: the only place that knows the order. What is judged is the redacted evidence,
/// so that a stored bundle can only give the same answer.
/// </summary>
internal sealed class RunPipeline(BrowserSession session)
{
    public async Task<CompletedRun> RunAsync(Scenario scenario, RunOutput output, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        using var testimony = ProviderTestimony.Begin(scenario, session, TimeProvider.System);
        var recorded = await new JourneyRecorder(session).RecordAsync(scenario, new RecordingOptions { Progress = progress }, cancellationToken);
        recorded = await testimony.CompleteAsync(recorded, cancellationToken);
        return await PublishAsync(recorded, scenario, output);
    }

    /// <summary>Takes no token: whatever was recorded is worth a record, also of an interrupted run.</summary>
    internal static async Task<CompletedRun> PublishAsync(RecordedRun recorded, Scenario scenario, RunOutput output)
    {
        recorded.Secrets.Add(scenario.Account.Username.Reveal(), SecretKind.Personal);
        var redactor = new Redactor();
        var evidence = redactor.Redact(recorded.Raw, recorded.Secrets);
        var report = ChecklistRunner.Run(evidence);
        var folder = Path.Combine(output.Folder, evidence.Run.Id);
        BundleWriter.Write(evidence, folder);
        if (recorded.Trace is { } trace && (output.KeepTrace || report.Verdict is not (Verdict.Pass or Verdict.Warn)))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, BundleFiles.Trace), RedactedTrace.Of(trace, redactor, recorded.Secrets), CancellationToken.None);
        }

        var written = await ReportFiles.WriteAsync(report, folder, output.AllFormats, CancellationToken.None);
        if (written.Failures.Count > 0)
        {
            throw new ProberFaultException($"the report could not be written: {string.Join("; ", written.Failures.Select(failure => $"{failure.Sink}: {failure.Message}"))}");
        }

        var leaks = new RedactionAudit(recorded.Secrets).Folder(folder);
        RedactionAudit.DeleteHits(folder, leaks);
        return new CompletedRun(report, evidence, folder, leaks);
    }
}
