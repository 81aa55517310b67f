using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;
using Prober.EndToEnd.Monitor.ObjectStorage;
using Prober.Monitor;
using Prober.Monitor.Bundles;
using Prober.Monitor.Incidents;
using Prober.Monitor.Runs;
using Prober.Monitor.Store;

namespace Prober.EndToEnd.Monitor;

/// <summary>Evidence in a bucket of a server that nobody here wrote.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class BucketTests
{
    private static readonly BucketAddress Bucket = BucketAddress.TryParse("s3://evidence/production")!;

    [Test]
    public async Task A_run_of_one_node_is_shown_by_the_other_and_goes_with_its_record()
    {
        await using var storage = await ObjectStorageServer.CreateAsync();
        await storage.StartAsync();
        await using var postgres = await SharedPostgres.NewSchemaAsync();
        await using var one = await NodeAsync(storage, postgres.ConnectionString);
        await using var two = await NodeAsync(storage, postgres.ConnectionString);

        var run = await WalkAsync(one);
        Assert.That(() => one.Folders, Is.Empty.After(30_000, 200), "moved, not copied");
        Assert.That(storage.Objects(), Is.EqualTo(new[] { $"evidence/production/portal/{run}/report.html", $"evidence/production/portal/{run}/report.json" }));
        foreach (var node in (PagedMonitor[])[one, two])
        {
            using var client = new HttpClient { BaseAddress = node.Address };
            Assert.That(await client.GetStringAsync($"runs/{run}/report"), Does.Contain("<h1>Report</h1>"));
            Assert.That(await client.GetStringAsync("expiries"), Does.Contain("TLS certificate of login.example.com"));
        }

        // Whichever node clears up: here the one that did not walk it.
        await new RunSweep(Options(two) with { Retention = new() { MostBytes = 1 } }, two.Services.GetRequiredService<RunRetention>(), TimeProvider.System).SweepAsync(default);
        Assert.That(storage.Objects, Is.Empty.After(30_000, 200));
        Assert.That(await one.Runs.FindAsync(run, default), Has.Property(nameof(RunRecord.HasEvidence)).False.And.Property(nameof(RunRecord.Verdict)).EqualTo("pass"), "the record stays");
    }

    [Test]
    public async Task While_the_bucket_is_away_evidence_stays_and_the_operator_hears_of_it()
    {
        await using var storage = await ObjectStorageServer.CreateAsync();
        await using var node = await NodeAsync(storage);
        var run = await WalkAsync(node);
        await Task.Delay(TimeSpan.FromSeconds(6));
        Assert.That(await node.Services.GetRequiredService<BundleMoves>().MoveAsync(default), Is.EqualTo("s3://evidence/production did not answer (SocketException)"));
        using var client = new HttpClient { BaseAddress = node.Address };
        Assert.That(await client.GetStringAsync($"runs/{run}/report"), Does.Contain("<h1>Report</h1>"), "from its folder");
        var incident = (await node.Services.GetRequiredService<IncidentHistory>().LatestAsync(10, default)).Single();
        Assert.That((incident.IsForOperator, incident.Fault, incident.ResolvedAt, incident.Scenarios.Single()), Is.EqualTo((true, "prober", (DateTimeOffset?)null, "s3://evidence/production")));
        Assert.That(await client.GetStringAsync("metrics"), Does.Contain("login_probe_bundles_waiting{").And.Contain("probe_success{"));

        await storage.StartAsync();
        Assert.That(await node.Services.GetRequiredService<BundleMoves>().MoveAsync(default), Is.Null);
        Assert.That((storage.Objects().Count, node.Folders.Count), Is.EqualTo((2, 0)));
        Assert.That((await node.Services.GetRequiredService<IncidentHistory>().LatestAsync(10, default)).Single().ResolvedAt, Is.Not.Null);
        Assert.That(await client.GetStringAsync($"runs/{run}/report"), Does.Contain("<h1>Report</h1>"), "from the bucket");

        await storage.StopAsync();
        using var away = await client.GetAsync($"runs/{run}/report");
        Assert.That(((int)away.StatusCode, await away.Content.ReadAsStringAsync()), Is.EqualTo((503, "The report cannot be had now: s3://evidence/production did not answer (SocketException).\n")));
    }

    [Test]
    public async Task A_key_that_the_server_refuses_is_named_by_its_answer_and_not_shown()
    {
        await using var storage = await ObjectStorageServer.CreateAsync();
        await storage.StartAsync();
        const string Wrong = "a-secret-that-is-not-the-right-one";
        await using var node = await NodeAsync(storage, key: "NOBODYS-KEY", secret: Wrong);
        await WalkAsync(node);
        await Task.Delay(TimeSpan.FromSeconds(6));
        var said = await node.Services.GetRequiredService<BundleMoves>().MoveAsync(default);
        Assert.That(said, Is.EqualTo("s3://evidence/production answered 403 (InvalidAccessKeyId)"));
        using var client = new HttpClient { BaseAddress = node.Address };
        foreach (var page in (string[])["", "prober", "api/incidents", "metrics"]) Assert.That(await client.GetStringAsync(page), Does.Not.Contain(Wrong));
    }

    private static MonitorOptions Options(PagedMonitor node) => node.Services.GetRequiredService<MonitorOptions>();

    private static Task<PagedMonitor> NodeAsync(ObjectStorageServer storage, string? database = null, string key = ObjectStorageServer.Key, string secret = ObjectStorageServer.Secret) => PagedMonitor.StartAsync(
        database: database is null ? null : MonitorDatabase.Postgres(database),
        adjust: options => options with { Bundles = Bucket },
        variables: new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = storage.Address.AbsoluteUri, ["AWS_ACCESS_KEY_ID"] = key, ["AWS_SECRET_ACCESS_KEY"] = secret });

    private static async Task<string> WalkAsync(PagedMonitor node)
    {
        using var client = new HttpClient { BaseAddress = node.Address, DefaultRequestHeaders = { { "X-Requested-With", "test" } } };
        using var answer = await client.PostAsync("api/scenarios/portal/run", content: null);
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }
}
