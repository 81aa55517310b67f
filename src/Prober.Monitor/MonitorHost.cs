using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Prober.Monitor.Accounts;
using Prober.Monitor.Alerts;
using Prober.Monitor.Bundles;
using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Scheduling;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Monitor.Telemetry;
using Prober.Monitor.Web;
using Prober.Monitor.Web.Access;
using Prober.Monitor.Web.Expiries;
using Prober.Monitor.Web.Health;
using Prober.Scenarios;

namespace Prober.Monitor;

/// <summary>Puts the monitor together: store, scheduler, journeys, page.</summary>
public static class MonitorHost
{
    /// <param name="options">What it was told.</param>
    /// <param name="listen">Address of the page and the metrics.</param>
    /// <param name="database">Where it keeps what happened; brought to this version's shape here.</param>
    /// <param name="variables">For the scenarios.</param>
    /// <param name="walker">Makes what walks the journeys; it is disposed with the host.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    /// <exception cref="FormatException">A scenario file is wrong; the message names file and place.</exception>
    public static async Task<WebApplication> BuildAsync(
        MonitorOptions options, Uri listen, MonitorDatabase database, ScenarioVariables variables, Func<IServiceProvider, IJourneyWalker> walker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(listen);
        Directory.CreateDirectory(options.DataFolder);
        await MonitorSchema.MigrateAsync(database, cancellationToken);
        var shelf = new ScenarioShelf();
        var files = new ScenarioFiles(options, variables, shelf, TimeProvider.System);
        files.Look(message => throw new FormatException(message));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(listen.AbsoluteUri);
        builder.Logging.ClearProviders().AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "yyyy-MM-dd'T'HH:mm:ss'Z' ", true))
            .SetMinimumLevel(LogLevel.Warning).AddFilter("Prober", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Whoever asks for readiness is told, every few seconds; the node's life says it once.
            .AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.Critical);
        // Standard output is nobody's here: what is said goes where an operator looks for it.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Drain + TimeSpan.FromSeconds(30));
        var keys = LoginKeyCipher.Of(options.Access) is { } cipher ? new LoginKeys(database, cipher, TimeProvider.System) : null;
        AddMonitor(builder.Services, options, database, shelf, files, keys, walker);
        builder.Services.AddBundles(options, variables);
        builder.Services.AddSingleton(AlertRoutes.Of(variables, new HttpClient { Timeout = TimeSpan.FromSeconds(10) }, TimeProvider.System));
        var host = builder.Build();
        if (keys is not null) await keys.PrepareAsync(host.Services.GetRequiredService<IKeyManager>(), cancellationToken);
        // Made now and not with the first run: what is measured is there, at nothing, from the start.
        host.Services.GetRequiredService<MonitorMetrics>().Show(host.Services.GetRequiredService<ErrorBudgets>());
        host.UseAccess(options);
        host.MapLogin(options.Access);
        host.MapStatus();
        host.MapScenarios();
        host.MapProber();
        host.MapHealth();
        host.MapApi();
        host.MapAlerts();
        host.MapProbe();
        var metrics = host.MapPrometheusScrapingEndpoint();
        if (options.Access.OpenMetrics) metrics.AllowAnonymous();
        host.MapOpenApi(OpenApiDocument.Address);
        return host;
    }

    private static void AddMonitor(
        IServiceCollection services, MonitorOptions options, MonitorDatabase database, ScenarioShelf shelf, ScenarioFiles files, LoginKeys? keys, Func<IServiceProvider, IJourneyWalker> walker)
    {
        services.AddSingleton(TimeProvider.System).AddSingleton(options).AddSingleton(database).AddSingleton(shelf).AddSingleton(files).AddSingleton(walker)
            .AddSingleton<MonitorLife>().AddSingleton<RunStore>().AddSingleton<RunRetention>().AddSingleton<RunSweep>().AddSingleton<FolderStore>().AddSingleton<LeftFolders>().AddSingleton<AccountLeases>().AddSingleton<AccountRest>()
            .AddSingleton<Admission>().AddSingleton<MonitorMetrics>().AddSingleton<IRunListener>(provider => provider.GetRequiredService<MonitorMetrics>())
            .AddSingleton<IncidentBook>().AddSingleton<IncidentHistory>().AddSingleton<AlertNotes>().AddSingleton<AlertPlan>().AddSingleton<AlertOutbox>().AddSingleton<SilenceBook>().AddSingleton<GreenComparison>().AddSingleton<JourneyRuns>().AddSingleton<MissedRuns>().AddSingleton<SchedulePlan>();
        FormKeys.AddTo(services, keys);
        services.AddAccess(options);
        services.AddSingleton<PageRenderer>().AddSingleton<RunHistory>().AddSingleton<DemandedRuns>().AddSingleton<ScenarioPageViews>().AddSingleton<ExpiryReader>().AddSingleton<ProberHistory>().AddSingleton<ErrorBudgets>();
        services.AddTelemetry(options);
        services.AddHealth();
        services.AddOpenApiDocument();
        // Stopped in the reverse order: the scheduler first, which waits for its journeys, then the node's sign of life.
        services.AddHostedService<NodeLife>();
        services.AddHostedService<Housekeeping>();
        services.AddScheduler(options, database);
        services.AddHostedService<ScenarioWatch>();
        services.AddHostedService<BudgetCount>();
        services.AddHostedService<AlertSender>();
    }
}
