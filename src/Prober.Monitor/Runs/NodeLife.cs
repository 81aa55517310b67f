using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Incidents;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>
/// Says every few seconds that this node is there, and gives the runs of nodes that are not a record. Nothing that may take long has its place here: a node that is not heard of
/// for <see cref="RunStore.NodeIsGoneAfter"/> is taken for gone by the others.
/// </summary>
public sealed partial class NodeLife(
    MonitorOptions options, RunStore store, IncidentBook incidents, ScenarioShelf shelf, MonitorDatabase database, TimeProvider time, ILogger<NodeLife> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // A SQLite file is one process' own; what another left running in it has no process any more.
        if (!database.IsPostgres) await store.ForgetNodesAsync(cancellationToken);
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
        for (string? failure = null; await timer.WaitForNextTickAsync(stoppingToken);)
        {
            try
            {
                await LiveAsync(stoppingToken);
                if (failure is not null) Recovered();
                failure = null;
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                // The database is away or its disk is full; readiness says so, too. Not with each look: what an operator must read would drown in it.
                if (failure != wrong.Message) Failed(failure = wrong.Message);
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
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} runs had no end: their process went away; they have a record now")]
    private partial void Abandoned(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "the store cannot be written to: {Failure}")]
    private partial void Failed(string failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "the store can be written to again")]
    private partial void Recovered();
}
