using Dapper;
using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Silences;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.EndToEnd.Monitor;

/// <summary>Incidents, silences and the outbox on a real PostgreSQL server, with two nodes on it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class AlertStoreTests
{
    private static readonly MonitorOptions Options = new() { DataFolder = "", Scenarios = [], Alerts = new() { ResolveAfter = 2 } };

    [Test]
    public async Task Two_nodes_open_one_incident_tell_it_once_and_resolve_it_once()
    {
        await using var postgres = await SharedPostgres.NewSchemaAsync();
        var database = MonitorDatabase.Postgres(postgres.ConnectionString);
        await MonitorSchema.MigrateAsync(database, default);
        var (one, two) = (new Node(database), new Node(database));

        await CountAsync(one, two, "fail");
        var incident = (await one.History.LatestAsync(10, default)).Single();
        Assert.That(incident.Scenarios, Has.Count.EqualTo(40));

        var silence = await one.Silences.AddAsync("scenario-*", TimeSpan.FromHours(1), default);
        Assert.That((await two.Silences.InForceAsync(default)).Until("scenario-1"), Is.EqualTo(DateTimeOffset.FromUnixTimeMilliseconds(silence.EndsAt.ToUnixTimeMilliseconds())));
        Assert.That(await PlanAsync(one, two), Is.Empty, "silenced");
        Assert.That(await two.Silences.EndAsync(silence.Id, default), Is.True);

        // The incident is older than messages are kept back.
        await using (var connection = await database.OpenAsync(default)) await connection.ExecuteAsync("UPDATE monitor_incidents SET opened_at = opened_at - 60000");
        Assert.That((await PlanAsync(one, two)).Select(alert => alert.Kind), Is.EqualTo(new[] { AlertKind.Opened }));
        var taken = (await Task.WhenAll(one.Outbox.TakeAsync(default), two.Outbox.TakeAsync(default))).SelectMany(deliveries => deliveries).ToList();
        Assert.That(taken.Select(delivery => (delivery.Channel, delivery.Kind, delivery.Attempts)), Is.EqualTo(new[] { ("webhook", AlertKind.Opened, 1) }));
        Assert.That(await one.Outbox.RefusedAsync(taken[0], "answered 503", default), Is.True);
        await one.Outbox.SentAsync(taken[0], default);
        Assert.That((await two.Outbox.LatestAsync(10, default)).Single().State, Is.EqualTo(DeliveryState.Sent));

        Assert.That(await one.Notes.AcknowledgeAsync(incident.Id, default), Is.True);
        Assert.That((await PlanAsync(one, two)).Select(alert => alert.Kind), Is.EqualTo(new[] { AlertKind.Acknowledged }));
        for (var time = 0; time < 2; time++) await CountAsync(one, two, "pass");
        Assert.That((await PlanAsync(one, two)).Select(alert => (alert.Kind, alert.Incident.Id)), Is.EqualTo(new[] { (AlertKind.Resolved, incident.Id) }));
    }

    private static Task CountAsync(Node one, Node two, string verdict) => Task.WhenAll(
        Enumerable.Range(0, 40).Select(number => (number % 2 == 0 ? one : two).Book.CountAsync(Scenario($"scenario-{number}"), Run($"scenario-{number}", verdict), default)));

    private static async Task<IReadOnlyList<Alert>> PlanAsync(Node one, Node two) => [.. (await Task.WhenAll(one.Plan.PlanAsync(default), two.Plan.PlanAsync(default))).SelectMany(alerts => alerts)];

    private static RunRecord Run(string scenario, string verdict) => new()
    {
        Id = "run",
        Scenario = scenario,
        Node = "node",
        State = RunState.Completed,
        Cause = RunCause.Schedule,
        DueAt = DateTimeOffset.UnixEpoch,
        StartedAt = DateTimeOffset.UnixEpoch,
        Verdict = verdict,
        Fault = verdict == "fail" ? "identity-provider" : "none",
        HeadlineCheck = verdict == "fail" ? "login-prompt-idp-available" : null,
        HeadlineReason = verdict == "fail" ? "server-error" : null,
        Summary = "The provider answered 503.",
    };

    private static Scenario Scenario(string name) => Template.Value with { Name = name };

    private static readonly Lazy<Scenario> Template = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var file = Path.Combine(folder.FullName, "portal.yaml");
            File.WriteAllText(file, MonitoredLab.Text("5m"));
            var names = new Dictionary<string, string>
            {
                ["PROBER_LAB_ISSUER"] = "https://login.example.com/",
                ["PROBER_LAB_PORTAL"] = "https://portal.example.com/",
                ["PROBER_LAB_USER"] = "probe@example.com",
                ["PROBER_LAB_PASSWORD"] = "a-password-for-tests",
            };
            return ScenarioLoader.Load(file, ScenarioVariables.Of(names));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    });

    private sealed class Node
    {
        public Node(MonitorDatabase database)
        {
            var routes = AlertRoutes.Of(ScenarioVariables.Of(new Dictionary<string, string> { ["PROBER_ALERT_WEBHOOK"] = "https://hooks.example.com/" }), new HttpClient(), TimeProvider.System);
            Book = new(Options, database, TimeProvider.System);
            History = new(database);
            Notes = new(database, TimeProvider.System);
            Silences = new(database, TimeProvider.System);
            Outbox = new(database, TimeProvider.System);
            Plan = new(Options, History, Notes, Silences, routes, TimeProvider.System);
        }

        public IncidentBook Book { get; }

        public IncidentHistory History { get; }

        public AlertNotes Notes { get; }

        public SilenceBook Silences { get; }

        public AlertOutbox Outbox { get; }

        public AlertPlan Plan { get; }
    }
}
