using System.Text.Json.Nodes;
using Prober.Browser.Configuration;
using Prober.Runs;

namespace Prober.Benchmarks.HarReading;

/// <summary>A journey through the lab as Playwright writes it down itself.</summary>
internal static class RecordedJourney
{
    public static async Task<JsonObject> OfLabAsync(string folder)
    {
        var file = Path.Combine(folder, "recorded.har");
        await using var lab = await LabProcess.StartAsync(CancellationToken.None);
        await using var session = await BrowserSetup.StartAsync(new BrowserSettings(), [], Console.Error, CancellationToken.None);
        await new BareJourney(session.PlaywrightBrowser, lab.Variables).WalkAsync(keep: file);
        return JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
    }
}
