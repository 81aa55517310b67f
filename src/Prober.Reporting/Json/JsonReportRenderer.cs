using Prober.Checklist.Reports;

namespace Prober.Reporting.Json;

/// <summary>The report's stable contract for machines; the form itself belongs to <see cref="ReportJson"/>.</summary>
public sealed class JsonReportRenderer : IReportRenderer
{
    public string Name => "json";

    public string FileName => "report.json";

    public Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken) => ReportJson.WriteAsync(output, report, cancellationToken);
}
