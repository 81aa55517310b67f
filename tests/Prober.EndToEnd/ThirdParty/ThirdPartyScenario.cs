using Prober.Browser;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Walks a scenario of <c>scenarios/third-party</c> in the browser that all tests share.</summary>
internal static class ThirdPartyScenario
{
    /// <summary>Loads the file with these variables, walks and judges it as <c>prober run</c> does, and throws the written evidence away.</summary>
    /// <returns>The judged run, and what was recorded before it was redacted.</returns>
    public static async Task<(CompletedRun Run, RecordedRun Raw)> WalkAsync(string name, Dictionary<string, string> variables, Func<Scenario, Scenario>? adjust = null)
    {
        var file = Path.Combine(NodeRuntime.Checkout(), "scenarios", "third-party", $"{name}.yaml");
        var scenario = ScenarioLoader.Load(file, ScenarioVariables.Of(variables));
        if (adjust is not null) scenario = adjust(scenario);
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var recorded = await new JourneyRecorder(await TestBrowser.SessionAsync()).RecordAsync(scenario, new RecordingOptions { Screenshots = false }, CancellationToken.None);
            return (await RunPipeline.PublishAsync(recorded, scenario, new RunOutput(output.FullName)), recorded);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
