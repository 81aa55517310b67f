using Prober.Browser;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Redaction;
using Prober.Reporting;

namespace Prober.Runs;

/// <summary>Writes judged evidence and its reports into a folder of their own, and searches what was written for every secret.</summary>
internal static class Publication
{
    /// <param name="report">The verdict.</param>
    /// <param name="evidence">What was judged: redacted.</param>
    /// <param name="secrets">What must not be in any file.</param>
    /// <param name="output">Where to, and in which formats.</param>
    /// <param name="beside">Redacted files to keep beside it.</param>
    /// <exception cref="ProberFaultException">A file could not be written.</exception>
    public static async Task<CompletedRun> WriteAsync(Report report, EvidenceBundle evidence, KnownSecrets secrets, RunOutput output, BesideEvidence beside)
    {
        var folder = Path.Combine(output.Folder, evidence.Run.Id);
        BundleWriter.Write(evidence, folder);
        if (beside.Trace is { } trace) await File.WriteAllBytesAsync(Path.Combine(folder, BundleFiles.Trace), trace, CancellationToken.None);
        if (beside.Scenario is { } scenario) await File.WriteAllTextAsync(Path.Combine(folder, BundleFiles.Scenario), scenario, CancellationToken.None);
        var written = await ReportFiles.WriteAsync(report, folder, output.AllFormats, CancellationToken.None);
        if (written.Failures.Count > 0)
        {
            throw new ProberFaultException($"the report could not be written: {string.Join("; ", written.Failures.Select(failure => $"{failure.Sink}: {failure.Message}"))}");
        }

        var leaks = new RedactionAudit(secrets).Folder(folder);
        RedactionAudit.DeleteHits(folder, leaks);
        return new CompletedRun(report, evidence, folder, leaks);
    }
}
