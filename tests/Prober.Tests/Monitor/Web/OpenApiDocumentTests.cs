using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Scenarios;
using Prober.Tests.Monitor.Deploy;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Monitor.Web;

public sealed class OpenApiDocumentTests
{
    [Test]
    public async Task Committed_document_is_the_one_that_is_served()
    {
        await using var monitor = await RunningMonitor.StartAsync([], ScenarioVariables.Of(new Dictionary<string, string>()));
        var (status, text) = await monitor.GetAsync("/api/openapi.json");
        Assert.That(status, Is.EqualTo(200));
        var path = RepositoryFiles.PathOf("src/Prober.Monitor/Deploy/openapi.json");
        var served = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (RepositoryFiles.Update) await File.WriteAllTextAsync(path, served);
        Assert.That(await File.ReadAllTextAsync(path), Is.EqualTo(served), "PROBER_UPDATE_GOLDEN=1 dotnet test rewrites it");

        var document = JsonNode.Parse(served)!;
        Assert.That(served, Does.Not.Contain("127.0.0.1"));
        var paths = document["paths"]!.AsObject().Select(each => each.Key).ToList();
        Assert.That(paths, Is.All.StartsWith("/api/"));
        Assert.That(paths, Does.Contain("/api/runs/{id}").And.Contain("/api/silences/{id}"));
        var run = document["paths"]!["/api/runs"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["items"]!["$ref"]!.GetValue<string>();
        Assert.That(document["components"]!["schemas"]![run.Split('/')[^1]]!["properties"]!.AsObject().Select(each => each.Key), Does.Contain("headlineCheck").And.Contain("dueAt"));
    }
}
