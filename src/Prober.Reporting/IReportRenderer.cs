using Prober.Checklist.Reports;

namespace Prober.Reporting;

/// <summary>Draws a report in one format, from the report alone.</summary>
public interface IReportRenderer
{
    /// <summary>The format's name on the command line: <c>console</c>, <c>json</c>, <c>html</c>, <c>junit</c>, <c>markdown</c>.</summary>
    string Name { get; }

    /// <summary>What the file is called in an output folder.</summary>
    string FileName { get; }

    /// <summary>Writes the report as UTF-8 without a byte order mark; leaves the stream open.</summary>
    Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken);
}
