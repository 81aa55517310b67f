using Prober.Checklist.Reports;

namespace Prober.Reporting;

/// <summary>
/// Hands one report to all sinks side by side. A sink that breaks is counted and named in the result; the others go on,
/// so that a full disk does not cost the alert.
/// </summary>
public sealed class ReportFanOut(IReadOnlyList<IReportSink> sinks)
{
    private long _failures;

    /// <summary>How many deliveries failed since this was made.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <exception cref="OperationCanceledException">The caller gave up; sinks that were done stay done.</exception>
    public async Task<FanOutResult> WriteAsync(Report report, CancellationToken cancellationToken)
    {
        var outcomes = await Task.WhenAll(sinks.Select(sink => DeliverAsync(sink, report, cancellationToken)));
        cancellationToken.ThrowIfCancellationRequested();

        var failures = outcomes.OfType<SinkFailure>().ToList();
        Interlocked.Add(ref _failures, failures.Count);
        var written = sinks.Where((_, index) => outcomes[index] is null).Select(sink => sink.Name).ToList();
        return new FanOutResult(written, failures);
    }

    private static async Task<SinkFailure?> DeliverAsync(IReportSink sink, Report report, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Run(() => sink.WriteAsync(report, cancellationToken), cancellationToken);
            return null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // One of the three places that isolate faults: whatever a sink throws must not cost the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            return new SinkFailure(sink.Name, $"{fault.GetType().Name}: {fault.Message}");
        }
    }
}
