using System.CommandLine;
using Prober.Browser.Configuration;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober install</c>: sees to it that there is a browser.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var command = new Command("install", "Fetch a browser, unless there is one.");
        CommonOptions.AddTo(command, CommonOptions.Config);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = BrowserSettingsLoader.Load(parsed.GetValue(CommonOptions.Config)?.FullName, ScenarioVariables.FromEnvironment());
            var found = await BrowserSetup.EnsureAsync(settings, Console.Error, cancellationToken);
            await Console.Out.WriteLineAsync($"{found.Name} {found.Version} at {found.Path}");
            return ExitCode.Success;
        });
        return command;
    }
}
