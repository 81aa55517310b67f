using System.CommandLine;
using Prober.Checklist;
using Prober.Evidence.Bundles;
using Prober.Runs;

namespace Prober.Commands;

/// <summary><c>prober analyze BUNDLE…</c>: judges stored evidence again, with the checks of this version.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var folders = new Argument<DirectoryInfo[]>("bundle") { Description = "Folders written by 'prober run' or 'prober demo'.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("analyze", "Judge stored evidence again.") { folders };
        CommonOptions.AddTo(command, CommonOptions.Format, CommonOptions.NoColor, CommonOptions.Verbose, CommonOptions.ExitZero);
        command.SetAction((parsed, cancellationToken) => AnalyzeAsync(
            parsed.GetRequiredValue(folders),
            new RunConsole(parsed.GetRequiredValue(CommonOptions.Format), parsed.GetValue(CommonOptions.NoColor), quiet: true, parsed.GetValue(CommonOptions.Verbose)),
            parsed.GetValue(CommonOptions.ExitZero),
            cancellationToken));
        return command;
    }

    private static async Task<int> AnalyzeAsync(DirectoryInfo[] folders, RunConsole console, bool exitZero, CancellationToken cancellationToken)
    {
        var worst = ExitCode.Success;
        foreach (var folder in folders)
        {
            if (!BundleReader.IsBundle(folder.FullName))
            {
                throw new UsageException($"{folder}: expected a folder with a manifest.json, as 'prober run' writes it");
            }

            var evidence = BundleReader.Read(folder.FullName);
            var report = ChecklistRunner.Run(evidence);
            await console.ShowAsync(report, folder: null, cancellationToken);
            worst = ExitCode.Worse(worst, new CompletedRun(report, evidence, folder.FullName, []).ExitCode);
        }

        return exitZero ? ExitCode.Success : worst;
    }
}
