using System.CommandLine;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober alerts test</c>: sends a message through every channel, so that it is known to arrive before it matters.</summary>
internal static class AlertsCommand
{
    public static Command Create()
    {
        var test = new Command("test", "Send a test message, and its resolution, through every channel that the variables name.");
        CommonOptions.AddTo(test, CommonOptions.EnvFile);
        test.SetAction((parsed, cancellationToken) => TestAsync(ScenarioVariables.FromEnvironment(parsed.GetValue(CommonOptions.EnvFile)?.FullName), cancellationToken));
        return new Command("alerts", "Where 'prober serve' tells of a broken login.") { test };
    }

    private static async Task<int> TestAsync(ScenarioVariables variables, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        var channels = Channels(variables, client);
        if (channels.Count == 0)
            throw new UsageException($"no channel is set; set {AlertChannels.Webhook}, {AlertChannels.Slack}, {AlertChannels.PagerDuty} or {AlertChannels.Alertmanager}");
        var worst = ExitCode.Success;
        foreach (var channel in channels)
        {
            try
            {
                await channel.SendAsync(Message(), cancellationToken);
                await channel.SendAsync(Message() with { ResolvedAt = TimeProvider.System.GetUtcNow() }, cancellationToken);
                await Console.Out.WriteLineAsync($"{channel.Name}: taken");
            }
            catch (Exception refused) when (refused is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                await Console.Error.WriteLineAsync($"prober: {channel.Name}: {(refused is HttpRequestException { StatusCode: { } status } ? $"answered {(int)status}" : "not reached")}");
                worst = ExitCode.ProberFault;
            }
        }

        return worst;
    }

    private static IReadOnlyList<IAlertChannel> Channels(ScenarioVariables variables, HttpClient client)
    {
        try
        {
            return AlertChannels.Of(variables, client);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    private static Incident Message() => new()
    {
        Id = "prober-alerts-test",
        Cause = "test",
        OpenedAt = TimeProvider.System.GetUtcNow(),
        CheckId = "login-prompt-shown",
        Reason = "test",
        Fault = "none",
        Summary = "This is a test of Prober's alerts; nothing is broken.",
        Remedy = "Nothing is to be done.",
        RunId = "test",
        Scenarios = ["test"],
    };
}
