using System.Net;
using System.Text.Json.Nodes;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Scenarios;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>An incident, its messages, and channels as variables make them.</summary>
internal static class AlertMessages
{
    public static readonly Incident Broken = new()
    {
        Id = "0123456789abcdef",
        Cause = "identity-provider|login-prompt-idp-available|server-error|login.example.com",
        OpenedAt = new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero),
        CheckId = "login-prompt-idp-available",
        Reason = "server-error",
        Fault = "identity-provider",
        Summary = "login.example.com answered 503 <b>& more</b>.",
        Remedy = "Wait for the provider.",
        RunId = "run-1",
        Scenarios = ["billing", "portal"],
    };

    public static readonly Alert Open = new(AlertKind.Opened, Broken, Broken.OpenedAt.AddSeconds(30)) { Page = new Uri("https://prober.example.com/login/") };

    public static readonly Alert Over = Open with { Kind = AlertKind.Resolved, Incident = Broken with { ResolvedAt = Broken.OpenedAt.AddMinutes(10) }, At = Broken.OpenedAt.AddMinutes(10) };

    public static IReadOnlyList<IAlertChannel> Channels(params (string Name, string Value)[] variables) => Channels(new HttpClient(), variables);

    public static IReadOnlyList<IAlertChannel> Channels(HttpClient client, params (string Name, string Value)[] variables) =>
        AlertChannels.Of(ScenarioVariables.Of(variables.ToDictionary(variable => variable.Name, variable => variable.Value)), AlertRoutes.TargetPrefix, client, TimeProvider.System);

    /// <summary>Sends through the one channel that a variable names, and returns what came where.</summary>
    public static async Task<(string Address, JsonNode Body)> SentAsync((string Name, string Value) variable, Alert alert)
    {
        using var receiver = new HttpReceiver(HttpStatusCode.Accepted);
        using var client = new HttpClient(receiver);
        await Channels(client, variable).Single().SendAsync(alert, default);
        return (receiver.Address, JsonNode.Parse(receiver.Body)!);
    }
}
