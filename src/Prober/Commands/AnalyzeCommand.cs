using System.CommandLine;
using Prober.Analysis;
using Prober.Browser.Recording;
using Prober.Evidence.Expected;
using Prober.Providers;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober analyze HAR|BUNDLE…</c>: the checklist for what a person recorded or what was kept, without a browser and without a network.</summary>
internal static class AnalyzeCommand
{
    private static readonly Argument<string[]> Files = new("file")
    {
        Description = "Recordings (.har, .har.gz, .zhar, .zip, SAML-tracer; - for standard input) or folders written by 'prober run'.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<FileInfo?> Expect = new("--expect") { Description = "Scenario that says what is right; without it, it is read from the traffic." };

    private static readonly Option<string?> ProviderLog = new("--idp-log") { Description = "Export of the identity provider's log (JSON or NDJSON)." };

    private static readonly Option<string?> Users = new("--users") { Description = "Export of the user's record." };

    private static readonly Option<string?> Clients = new("--clients") { Description = "Export of clients and connections." };

    private static readonly Option<string[]> ApplicationLogs = new("--app-log") { Description = "An application's log, as FILE or APPLICATION=FILE; repeatable." };

    private static readonly Option<string?> ConsoleText = new("--console") { Description = "Text copied from the browser's console." };

    private static readonly Option<string?> Provider = new("--provider") { Description = $"Whose exports these are, where the traffic does not show it: {string.Join(", ", ProviderWitnesses.Kinds)}." };

    public static Command Create()
    {
        var command = new Command("analyze", "Say what broke in a recording that somebody sent, or judge stored evidence again.") { Files };
        CommonOptions.AddTo(command, Expect, ProviderLog, ApplicationLogs, Users, Clients, ConsoleText, Provider);
        CommonOptions.AddTo(command, CommonOptions.EnvFile, CommonOptions.Output, CommonOptions.Format, CommonOptions.Bundle, CommonOptions.NoColor, CommonOptions.Quiet, CommonOptions.Verbose, CommonOptions.ExitZero);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var formats = parsed.GetRequiredValue(CommonOptions.Format);
            var console = new RunConsole(formats, parsed.GetValue(CommonOptions.NoColor), parsed.GetValue(CommonOptions.Quiet), parsed.GetValue(CommonOptions.Verbose));
            var ticket = parsed.GetValue(CommonOptions.Bundle);
            if (ticket is not null) OutputFile.Check(ticket, parsed.GetRequiredValue(Files));
            using var passing = ticket is not null && parsed.GetValue(CommonOptions.Output) is null ? new PassingFolder() : null;
            var output = (passing?.Path ?? parsed.GetValue(CommonOptions.Output)?.FullName) is { } folder ? new RunOutput(folder) { Formats = formats, Ticket = ticket, Passing = passing is not null } : null;
            var analysis = new FileAnalysis(new HarAnalysis(Witnesses(parsed), Expected(parsed)), console, output, parsed.GetValue(CommonOptions.Quiet));
            var worst = ExitCode.Success;
            foreach (var file in parsed.GetRequiredValue(Files))
            {
                worst = ExitCode.Worse(worst, await analysis.AnalyzeAsync(file, cancellationToken));
            }

            if (output is not null) await RunResults.PackAsync(analysis.Runs, output, console);
            return parsed.GetValue(CommonOptions.ExitZero) ? ExitCode.Success : worst;
        });
        return command;
    }

    private static WitnessFiles Witnesses(ParseResult parsed) => new(
        parsed.GetValue(Provider), parsed.GetValue(ProviderLog), parsed.GetValue(Users), parsed.GetValue(Clients), parsed.GetValue(ApplicationLogs) ?? [], parsed.GetValue(ConsoleText));

    private static Expectations? Expected(ParseResult parsed) => parsed.GetValue(Expect) is { } file
        ? ExpectationsFromScenario.Read(ScenarioLoader.Load(file.FullName, ScenarioVariables.FromEnvironment(parsed.GetValue(CommonOptions.EnvFile)?.FullName)))
        : null;
}
