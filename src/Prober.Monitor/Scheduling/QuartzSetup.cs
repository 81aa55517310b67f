using Microsoft.Extensions.DependencyInjection;
using Prober.Monitor.Store;
using Quartz;

namespace Prober.Monitor.Scheduling;

/// <summary>Quartz on the monitor's own database: it survives a restart, and several nodes on one PostgreSQL fire each due run once.</summary>
internal static class QuartzSetup
{
    /// <summary>The scheduler's, also in its tables.</summary>
    public const string Name = "prober";

    /// <summary>How often a node says that it is alive; another takes over after it has missed two.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>How late a run may start; later it is left out and counted as missed.</summary>
    private static readonly TimeSpan LatestStart = TimeSpan.FromMinutes(1);

    /// <summary>How long Quartz' history of executions is gathered before it is written to SQLite, in one transaction; a kill loses as much of it. Runs have their own records.</summary>
    private static readonly TimeSpan HistoryBehind = TimeSpan.FromSeconds(1);

    public static void AddScheduler(this IServiceCollection services, MonitorOptions options, MonitorDatabase database)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = Name;
                scheduler.InstanceId = options.Node;
                // How long a journey may go on is the drain's to say, not the scheduler's.
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Never;
            });
            // Jobs wait for their account and their slot in here; how many journeys are walked at once is the admission's to say.
            quartz.UseDefaultThreadPool(Math.Max(32, options.Slots * 8));
            quartz.AddTriggerListener<ScheduleListener>();
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UseExecutionHistory();
                store.ConfigureStore(settings => settings.MisfireThreshold = LatestStart);
                if (database.IsPostgres)
                {
                    store.UsePostgres(database.ConnectionString);
                    store.UseClustering(cluster => cluster.CheckinInterval = CheckIn);
                }
                else store.UseSqlite(source => source.DataSourceFactory = _ => database.SchedulerSource!);
            });
        });
        // Quartz lets one at a time into a SQLite file, but its history goes past that queue: with a row a run some twenty threads slept before the file's lock.
        if (!database.IsPostgres) services.Configure<ExecutionHistoryOptions>(history => history.WriteBehindInterval = HistoryBehind);
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
