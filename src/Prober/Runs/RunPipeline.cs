using Prober.Browser;
using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Evidence.Redaction;
using Prober.Reporting;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>
/// Record, redact, judge, publish, audit: the only place that knows the order. What is judged is the redacted evidence,
/// so that a stored bundle can only give the same answer.
/// </summary>
internal sealed class RunPipeline(BrowserSession session)
{
    public async Task<CompletedRun> RunAsync(Scenario scenario, RunOutput output, IJourneyProgress? progress, CancellationToken cancellationToken)
    {
        var recorded = await new JourneyRecorder(session).RecordAsync(scenario, new RecordingOptions { Progress = progress }, cancellationToken);
        return await PublishAsync(recorded, output);
    }

    /// <summary>Takes no token: whatever was recorded is worth a record, also of an interrupted run.</summary>
    internal static async Task<CompletedRun> PublishAsync(RecordedRun recorded, RunOutput output)
    {
        var evidence = Redactor.Redact(recorded.Raw, recorded.Secrets);
        var report = ChecklistRunner.Run(evidence);
        var folder = Path.Combine(output.Folder, evidence.Run.Id);
        BundleWriter.Write(evidence, folder);
        var written = await ReportFiles.WriteAsync(report, folder, output.AllFormats, CancellationToken.None);
        if (written.Failures.Count > 0)
        {
            throw new ProberFaultException($"the report could not be written: {string.Join("; ", written.Failures.Select(failure => $"{failure.Sink}: {failure.Message}"))}");
        }

        return new CompletedRun(report, folder, RedactionAudit.Enforce(folder, recorded.Secrets));
    }
}
