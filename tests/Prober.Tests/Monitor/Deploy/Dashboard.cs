using System.Text.Json;
using System.Text.RegularExpressions;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>What the dashboard asks Prometheus for.</summary>
internal static partial class Dashboard
{
    public static JsonElement Root { get; } = JsonDocument.Parse(DeployFiles.Read("grafana-dashboard.json")).RootElement;

    public static IEnumerable<JsonElement> Panels() => Root.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row");

    public static IEnumerable<JsonElement> Variables() => Root.GetProperty("templating").GetProperty("list").EnumerateArray();

    public static IEnumerable<string> Expressions() =>
        Panels().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!);

    /// <summary>Series and label of each <c>label_values(SERIES, LABEL)</c>.</summary>
    public static IEnumerable<(string Series, string Label)> Choices() => Variables()
        .Where(variable => variable.GetProperty("type").GetString() == "query")
        .Select(variable => Choice().Match(variable.GetProperty("definition").GetString()!))
        .Select(match => (match.Groups[1].Value, match.Groups[2].Value));

    [GeneratedRegex(@"^label_values\((.+), (\w+)\)$")]
    private static partial Regex Choice();
}
