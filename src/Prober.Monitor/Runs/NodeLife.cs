using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>Says every few seconds that this node is there, gives the runs of nodes that are not a record, and forgets what is old.</summary>
public sealed partial class NodeLife(
    MonitorOptions options, RunStore store, RunSweep sweep, LeftFolders left, IncidentBook incidents, ScenarioShelf shelf, AlertOutbox outbox, MonitorDatabase database, TimeProvider time, ILogger<NodeLife> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    private DateTimeOffset _swept;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // A SQLite file is one process' own; what another left running in it has no process any more.
        if (!database.IsPostgres) await store.ForgetNodesAsync(cancellationToken);
        await left.MarkAsync(cancellationToken);
        await LiveAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await store.GoneAsync(options.Node, CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LiveAsync(stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // The database is away: the next look says so, too, and readiness does.
                Failed(wrong.GetType().Name);
            }
        }
    }

    private async Task LiveAsync(CancellationToken cancellationToken)
    {
        await store.SeenAsync(options.Node, cancellationToken);
        var abandoned = await store.AbandonAsync(cancellationToken);
        if (abandoned.Count > 0) Abandoned(abandoned.Count);
        foreach (var run in abandoned)
        {
            if (shelf.Find(run.Scenario) is { } scenario) await incidents.CountAsync(scenario, run, cancellationToken);
        }

        var now = time.GetUtcNow();
        if (now - _swept < BetweenSweeps) return;
        _swept = now;
        await outbox.ForgetAsync(now - options.Retention.Failed, cancellationToken);
        await sweep.SweepAsync(cancellationToken);
        await left.ClearAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} runs had no end: their process went away; they have a record now")]
    private partial void Abandoned(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "the store does not answer ({Exception})")]
    private partial void Failed(string exception);
}
