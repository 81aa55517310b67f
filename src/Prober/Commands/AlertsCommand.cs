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
            throw new UsageException($"no channel is set; set one of {string.Join(", ", AlertChannels.Names)}");
        var now = TimeProvider.System.GetUtcNow();
        var test = Test(now);
        var worst = ExitCode.Success;
        foreach (var channel in channels)
        {
            try
            {
                await channel.SendAsync(new Alert(AlertKind.Opened, test, now), cancellationToken);
                await channel.SendAsync(new Alert(AlertKind.Resolved, test with { ResolvedAt = now }, now), cancellationToken);
                await Console.Out.WriteLineAsync($"{channel.Name}: taken");
            }
            catch (AlertRefusedException refused)
            {
                await Console.Error.WriteLineAsync($"prober: {channel.Name}: {refused.Message}");
                worst = ExitCode.ProberFault;
            }
        }

        return worst;
    }

    private static IReadOnlyList<IAlertChannel> Channels(ScenarioVariables variables, HttpClient client)
    {
        try
        {
            return AlertChannels.Of(variables, client, TimeProvider.System);
        }
        catch (FormatException wrong)
        {
            throw new UsageException(wrong.Message);
        }
    }

    // A key of its own each time: two tests are not one incident.
    private static Incident Test(DateTimeOffset now) => new()
    {
        Id = $"prober-alerts-test-{now.ToUnixTimeSeconds()}",
        Cause = "test",
        OpenedAt = now,
        CheckId = "login-prompt-shown",
        Reason = "test",
        Fault = "none",
        Summary = "This is a test of Prober's alerts; nothing is broken.",
        Remedy = "Nothing is to be done.",
        RunId = "test",
        Scenarios = ["test"],
    };
}
