using System.CommandLine;
using Prober.Browser.Configuration;
using Prober.Commands;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>What the command line and playwright.config.json say together about runs.</summary>
internal sealed record RunSettings(BrowserSettings Browser, ScenarioVariables Variables, RunOutput Output, RunConsole Console, bool ExitZero)
{
    public static RunSettings From(ParseResult parsed)
    {
        var variables = ScenarioVariables.FromEnvironment(parsed.GetValue(CommonOptions.EnvFile)?.FullName);
        var browser = BrowserProjects.Choose(BrowserSettingsLoader.Load(parsed.GetValue(CommonOptions.Config)?.FullName, variables), parsed.GetValue(CommonOptions.Project));
        var formats = parsed.GetRequiredValue(CommonOptions.Format);
        var verbose = parsed.GetValue(CommonOptions.Verbose);
        var folder = parsed.GetValue(CommonOptions.Output)?.FullName ?? Path.GetFullPath(browser.OutputDirectory);
        var ticket = parsed.GetValue(CommonOptions.Bundle);
        if (ticket is not null) OutputFile.Check(ticket);
        return new RunSettings(
            browser,
            variables,
            new RunOutput(folder) { Formats = formats, Verbose = verbose, KeepTrace = browser.Trace == RecordingMode.On, Ticket = ticket },
            new RunConsole(formats, parsed.GetValue(CommonOptions.NoColor), parsed.GetValue(CommonOptions.Quiet), verbose),
            parsed.GetValue(CommonOptions.ExitZero));
    }
}
