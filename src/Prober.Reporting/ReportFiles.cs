using Prober.Checklist.Reports;

namespace Prober.Reporting;

/// <summary>Writes a report into an output folder: <c>report.html</c>, <c>report.json</c>, <c>report.xml</c>, <c>report.md</c>, <c>report.txt</c>.</summary>
public static class ReportFiles
{
    /// <param name="report">What to write.</param>
    /// <param name="folder">Made when it is not there.</param>
    /// <param name="formats">Names of <see cref="ReportFormats"/>; a format named twice is written once.</param>
    /// <param name="cancellationToken">Leaves no half-written file behind.</param>
    /// <exception cref="ArgumentException">A format that does not exist; nothing was written.</exception>
    public static Task<FanOutResult> WriteAsync(Report report, string folder, IEnumerable<string> formats, CancellationToken cancellationToken)
    {
        var sinks = formats.Select(ReportFormats.Find).Distinct().Select(renderer => new FileSink(renderer, folder)).ToList<IReportSink>();
        return new ReportFanOut(sinks).WriteAsync(report, cancellationToken);
    }
}
