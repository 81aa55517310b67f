using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>Walks a scenario of <c>scenarios/third-party</c> in the browser that all tests share.</summary>
internal static class ThirdPartyScenario
{
    /// <summary>Loads the file with these variables, walks it as <c>prober run</c> does, and throws the written evidence away.</summary>
    public static async Task<CompletedRun> WalkAsync(string name, Dictionary<string, string> variables, Func<Scenario, Scenario>? adjust = null)
    {
        var file = Path.Combine(NodeRuntime.Checkout(), "scenarios", "third-party", $"{name}.yaml");
        var scenario = ScenarioLoader.Load(file, ScenarioVariables.Of(variables));
        if (adjust is not null) scenario = adjust(scenario);
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            return await new RunPipeline(await TestBrowser.SessionAsync()).RunAsync(scenario, new RunOutput(output.FullName), progress: null, CancellationToken.None);
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
