using Prober.Checklist.Reports;

namespace Prober.Reporting;

/// <summary>A place a finished report goes to: a terminal, a file, a store, an alert.</summary>
public interface IReportSink
{
    /// <summary>What to call it when it fails; never a secret.</summary>
    string Name { get; }

    Task WriteAsync(Report report, CancellationToken cancellationToken);
}
