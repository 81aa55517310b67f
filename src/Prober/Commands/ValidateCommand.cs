using System.CommandLine;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober validate SCENARIO…</c>: reads scenario files and says what is wrong with each, without running anything.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("scenario") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("validate", "Check scenario files without running them.") { files };
        CommonOptions.AddTo(command, CommonOptions.EnvFile);
        command.SetAction(parsed =>
        {
            var variables = ScenarioVariables.FromEnvironment(parsed.GetValue(CommonOptions.EnvFile)?.FullName);
            return parsed.GetRequiredValue(files).Select(file => Validate(file, variables)).ToList().TrueForAll(ok => ok) ? ExitCode.Success : ExitCode.Usage;
        });
        return command;
    }

    private static bool Validate(FileInfo file, ScenarioVariables variables)
    {
        try
        {
            var scenario = ScenarioLoader.Load(file.FullName, variables);
            Console.Out.WriteLine($"{file.Name}: ok: '{scenario.Name}', {scenario.Applications.Count} applications, {scenario.Journey.Count} phases");
            return true;
        }
        catch (ScenarioFileException wrong)
        {
            Console.Error.WriteLine($"prober: {wrong.Message}");
            return false;
        }
    }
}
