using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Web;

/// <summary>Runs that somebody asked for on the page, who does not wait for them: one a scenario at a time, however often it is asked for.</summary>
internal sealed partial class DemandedRuns(JourneyRuns runs, TimeProvider time, ILogger<DemandedRuns> log)
{
    private readonly ConcurrentDictionary<string, bool> _asked = new(StringComparer.Ordinal);

    /// <summary>It waits for its account or its slot, or is walked.</summary>
    public bool IsAsked(string scenario) => _asked.ContainsKey(scenario);

    /// <summary>False when one was asked for before and has not ended.</summary>
    public bool Ask(Scenario scenario)
    {
        if (!_asked.TryAdd(scenario.Name, true)) return false;
        _ = Task.Run(() => RunAsync(scenario));
        return true;
    }

    private async Task RunAsync(Scenario scenario)
    {
        try
        {
            await runs.RunAsync(scenario, RunCause.Demand, time.GetUtcNow(), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The monitor is being stopped.
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            Failed(scenario.Name, wrong.GetType().Name);
        }
        finally
        {
            _asked.TryRemove(scenario.Name, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Scenario}: a run that was asked for could not be walked ({Exception})")]
    private partial void Failed(string scenario, string exception);
}
