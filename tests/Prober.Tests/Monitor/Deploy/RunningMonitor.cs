using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Monitor;
using Prober.Monitor.Alerts;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Scheduling;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;
using Prober.Tests.Monitor.Runs;
using Prober.Tests.Monitor.Scenarios;
using Quartz;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>The monitor as <c>prober serve</c> starts it, on a free port, with a walker that walks nothing.</summary>
internal sealed class RunningMonitor : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly bool _isLent;
    private readonly WebApplication _host;
    private readonly HttpClient _client;

    /// <summary>Keeps cookies and follows redirects, as a browser does.</summary>
    public HttpClient Client => _client;

    public IServiceProvider Services => _host.Services;

    private RunningMonitor(DirectoryInfo folder, bool isLent, WebApplication host) =>
        (_folder, _isLent, _host, _client) = (folder, isLent, host, new HttpClient { BaseAddress = new Uri(host.Urls.Single()) });

    public static async Task<RunningMonitor> StartAsync(IReadOnlyList<string> scenarios, ScenarioVariables variables, IJourneyWalker? walker = null, AccessOptions? access = null, Uri? otlp = null, bool otlpIsGrpc = false, DirectoryInfo? data = null)
    {
        var folder = data ?? Directory.CreateTempSubdirectory("prober-deploy-");
        var options = new MonitorOptions { DataFolder = folder.FullName, Scenarios = scenarios, Drain = TimeSpan.FromSeconds(1), Access = access ?? new(), Otlp = otlp, OtlpIsGrpc = otlpIsGrpc };
        var database = MonitorDatabase.Sqlite(Path.Combine(folder.FullName, "prober.db"));
        var host = await MonitorHost.BuildAsync(options, new Uri("http://127.0.0.1:0"), database, variables, _ => walker ?? new ScriptedWalker(), CancellationToken.None);
        await host.StartAsync();
        return new(folder, data is not null, host);
    }

    public Task<IScheduler> Scheduler() => Services.GetRequiredService<ISchedulerFactory>().GetScheduler().AsTask();

    /// <summary>Makes each instrument say something: Prometheus is shown none that was never used.</summary>
    public void UseEveryInstrument()
    {
        var metrics = _host.Services.GetRequiredService<MonitorMetrics>();
        _host.Services.GetRequiredService<ScenarioShelf>().Put(MonitoredScenario.Named("portal"));
        metrics.Queued(TimeSpan.FromSeconds(1));
        metrics.Started(TimeSpan.FromSeconds(1));
        metrics.Missed("portal", MissedReason.Late);
        metrics.Recycled("memory");
        metrics.BundleFailed();
        metrics.Flaky("portal", "login-prompt-idp-available");
        metrics.Alerted("slack", AlertKind.Opened, taken: true);
        metrics.Alerted("slack", AlertKind.Opened, taken: false);
        metrics.Recorded(Run(RunState.Completed), new WalkedJourney(Report(), "/folder", Leaks: 1));
        metrics.Recorded(Run(RunState.ProberFault), null);
        metrics.Recorded(Run(RunState.Skipped), null);
    }

    public async Task<(int Status, string Text)> GetAsync(string path)
    {
        using var response = await _client.GetAsync(new Uri(path, UriKind.Relative));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (!_isLent) _folder.Delete(recursive: true);
    }

    private static RunRecord Run(RunState state) => new()
    {
        Id = "run",
        Scenario = "portal",
        Node = "node",
        State = state,
        Cause = RunCause.Schedule,
        DueAt = DateTimeOffset.UnixEpoch,
        StartedAt = DateTimeOffset.UnixEpoch,
        EndedAt = DateTimeOffset.UnixEpoch,
        Verdict = "fail",
        Fault = "network",
        HeadlineCheck = "login-prompt-idp-available",
    };

    private static Report Report() => new()
    {
        Run = new RunInfo { Id = "run", Scenario = "portal", StartedAt = DateTimeOffset.UnixEpoch, Duration = TimeSpan.FromSeconds(1), Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
        Verdict = Verdict.Fail,
        Fault = FaultOwner.Network,
        Headline = null,
        Phases = [new PhaseResult { Name = PhaseName.Login, Application = "portal", Verdict = Verdict.Fail, StartedAt = DateTimeOffset.UnixEpoch, DurationMs = 1 }],
        Checks = [],
        Quality = [],
    };
}
