using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Prober.Monitor.Scheduling;

namespace Prober.Monitor.Scenarios;

/// <summary>Looks at the scenario files every two seconds; a network drive tells nobody of its changes, and nobody tells of a clock that was set.</summary>
public sealed partial class ScenarioWatch(ScenarioFiles files, SchedulePlan plan, TimeProvider time, ILogger<ScenarioWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The files were read before the start, so that a mistake in them ends the command at once.
        await plan.ApplyAsync(stoppingToken);
        var clock = new ClockSteps(time);
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (clock.Look() is { } step) ClockSet(step);
                if (files.Look(Refused) | clock.IsUnsettled)
                {
                    await plan.ApplyAsync(stoppingToken);
                    clock.Settle();
                }
            }
            catch (Exception wrong) when (wrong is not OperationCanceledException)
            {
                Failed(wrong.GetType().Name);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "the clock of this machine was set by {Step}; schedules go on by the new time")]
    private partial void ClockSet(TimeSpan step);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Message}; the version before goes on")]
    private partial void Refused(string message);

    [LoggerMessage(Level = LogLevel.Error, Message = "the schedule could not be brought up to date ({Exception}); tried again at the next look")]
    private partial void Failed(string exception);
}
