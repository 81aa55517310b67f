using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Alerts;

namespace Prober.Monitor.Runs;

/// <summary>Clears up at the start and once an hour: runs that the rules do not keep, deliveries of alerts that nobody asks for any more, folders that no run names.</summary>
public sealed partial class Housekeeping(
    MonitorOptions options, RunSweep sweep, LeftFolders left, AlertOutbox outbox, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>After a failure: a disk that is full is waiting for this.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await left.MarkAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var next = Interval;
            try
            {
                await outbox.ForgetAsync(time.GetUtcNow() - options.Retention.Failed, stoppingToken);
                await sweep.SweepAsync(stoppingToken);
                await left.ClearAsync(stoppingToken);
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong.GetType().Name);
                next = AskAgainAfter;
            }

            await Task.Delay(next, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "old runs could not be cleared up ({Exception}); tried again in a minute")]
    private partial void Failed(string exception);
}
