using System.Text.Json.Nodes;

namespace Prober.EndToEnd.Monitor;

/// <summary>A run as the monitor's API tells of it.</summary>
internal static class ServedRun
{
    public static string? Id(this JsonNode? run) => (string?)run?["id"];

    public static string? Scenario(this JsonNode? run) => (string?)run?["scenario"];

    public static string? State(this JsonNode? run) => (string?)run?["state"];

    public static bool IsCompleted(this JsonNode? run) => run.State() == "completed";
}
