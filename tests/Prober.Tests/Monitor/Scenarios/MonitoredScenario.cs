using Prober.Scenarios;

namespace Prober.Tests.Monitor.Scenarios;

/// <summary>A scenario file as short as one can be.</summary>
internal static class MonitoredScenario
{
    public static string Text(string name, string every = "5m") => $$"""
        name: {{name}}
        provider: { kind: generic, issuer: "https://login.example.com/" }
        account: { username: probe@example.com, password: a-password-for-tests }
        applications:
          portal: { url: "https://portal.example.com/", signedIn: { text: Welcome }, logout: { link: Log out } }
        journey:
          - login: portal
        schedule: { every: {{every}} }
        """;

    public static Scenario Named(string name)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("prober-scenario-").FullName, "scenario.yaml");
        File.WriteAllText(file, Text(name));
        try
        {
            return ScenarioLoader.Load(file, ScenarioVariables.Of(new Dictionary<string, string>()));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
