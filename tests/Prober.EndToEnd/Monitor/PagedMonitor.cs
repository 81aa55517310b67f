using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Monitor;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;

namespace Prober.EndToEnd.Monitor;

/// <summary>The monitor with its pages on a free port and a scenario called portal. Journeys end at once, as they are told to: these tests are about what is shown.</summary>
internal sealed class PagedMonitor : IJourneyWalker, IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prober-paged-");
    private WebApplication? _host;

    /// <summary>Of the journeys from now on.</summary>
    public Verdict Verdict { get; set; } = Verdict.Pass;

    public Uri Address => new(_host!.Urls.Single());

    public RunStore Runs => _host!.Services.GetRequiredService<RunStore>();

    public IServiceProvider Services => _host!.Services;

    /// <summary>Folders that journeys left on this node.</summary>
    public IReadOnlyList<string> Folders => Directory.Exists(Path.Combine(_folder.FullName, "runs", "portal")) ? Directory.GetDirectories(Path.Combine(_folder.FullName, "runs", "portal")) : [];

    /// <param name="access">Who may come.</param>
    /// <param name="database">Shared with other nodes; null for one of its own.</param>
    /// <param name="adjust">Further options.</param>
    /// <param name="variables">Of the process.</param>
    public static async Task<PagedMonitor> StartAsync(
        AccessOptions? access = null, MonitorDatabase? database = null, Func<MonitorOptions, MonitorOptions>? adjust = null, IReadOnlyDictionary<string, string>? variables = null)
    {
        var monitor = new PagedMonitor();
        var scenario = Path.Combine(monitor._folder.FullName, "portal.yaml");
        await File.WriteAllTextAsync(scenario, """
            name: portal
            description: The customers' front door
            provider: { kind: generic, issuer: "https://login.example.com/" }
            account: { username: probe@example.com, password: a-password-for-tests }
            applications:
              portal: { url: "https://portal.example.com/", signedIn: { text: Welcome }, logout: { link: Log out } }
            journey:
              - login: portal
            schedule: { every: 7d }
            """);
        var options = new MonitorOptions { DataFolder = monitor._folder.FullName, Scenarios = [scenario], Access = access ?? new(), Objective = 0.99, Confirmations = 0 };
        monitor._host = await MonitorHost.BuildAsync(
            adjust?.Invoke(options) ?? options, new Uri("http://127.0.0.1:0"), database ?? MonitorDatabase.Sqlite(Path.Combine(options.DataFolder, "prober.db")),
            ScenarioVariables.Of(variables ?? new Dictionary<string, string>()), _ => monitor, CancellationToken.None);
        await monitor._host.StartAsync();
        return monitor;
    }

    public async Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken)
    {
        // Long enough for the page to show that it is being walked.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, cancellationToken);
        var own = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString("N"))).FullName;
        await File.WriteAllTextAsync(Path.Combine(own, "report.html"), "<!DOCTYPE html><html lang=\"en\"><title>Report of portal</title><h1>Report</h1></html>", cancellationToken);
        var report = Report();
        await File.WriteAllTextAsync(Path.Combine(own, "report.json"), ReportJson.Write(report), cancellationToken);
        return new(report, own, Leaks: 0);
    }

    public async ValueTask DisposeAsync()
    {
        // The host disposes of its walker, which this is.
        if (Interlocked.Exchange(ref _host, null) is not { } host) return;
        await host.StopAsync();
        await host.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private Report Report()
    {
        var certificates = CheckCatalog.All.First(check => check.Info.Id == "extra-tls-cert-forecast").Info;
        return new()
        {
            Run = new RunInfo { Id = "run", Scenario = "portal", StartedAt = TimeProvider.System.GetUtcNow(), Duration = TimeSpan.FromSeconds(2), Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
            Verdict = Verdict,
            Fault = Verdict == Verdict.Fail ? FaultOwner.IdentityProvider : FaultOwner.None,
            Headline = Verdict == Verdict.Fail
                ? new("login-prompt-idp-available", "server-error", "The provider answered 503.", "Look at the provider's status page.", [])
                : null,
            Summary = "Everything went as intended.",
            Phases = [Phase(PhaseName.Login, 1400), Phase(PhaseName.Logout, 600)],
            Checks =
            [
                new()
                {
                    Id = certificates.Id, Stage = certificates.Stage, Class = certificates.Class, Question = certificates.Question, Verdict = Verdict.Warn, Reason = "soon", Summary = "One ends soon.",
                    Evidence = [EvidencePointer.Api("TLS certificate of login.example.com", TimeProvider.System.GetUtcNow().AddDays(10).ToString("u"))],
                },
            ],
            Quality = [],
        };
    }

    private PhaseResult Phase(PhaseName name, double milliseconds) => new() { Name = name, Application = "portal", Verdict = Verdict, StartedAt = TimeProvider.System.GetUtcNow(), DurationMs = milliseconds };
}
