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
        var routes = Routes(variables, client);
        if (routes.Count == 0)
            throw new UsageException($"no channel is set; set one of {string.Join(", ", AlertChannels.Names.Select(name => $"{AlertRoutes.TargetPrefix}_{name}"))}, or the same with {AlertRoutes.OperatorPrefix}_");
        var now = TimeProvider.System.GetUtcNow();
        var test = Test(now);
        var worst = ExitCode.Success;
        foreach (var (name, channel) in routes)
        {
            try
            {
                await channel.SendAsync(new Alert(AlertKind.Opened, test, now), cancellationToken);
                await channel.SendAsync(new Alert(AlertKind.Resolved, test with { ResolvedAt = now }, now), cancellationToken);
                await Console.Out.WriteLineAsync($"{name}: taken");
            }
            catch (AlertRefusedException refused)
            {
                await Console.Error.WriteLineAsync($"prober: {name}: {refused.Message}");
                worst = ExitCode.ProberFault;
            }
        }

        return worst;
    }

    private static IReadOnlyList<AlertRoute> Routes(ScenarioVariables variables, HttpClient client)
    {
        try
        {
            return AlertRoutes.Of(variables, client, TimeProvider.System).All;
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
