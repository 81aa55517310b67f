using System.CommandLine;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Commands;

/// <summary><c>prober run SCENARIO…</c>: walks each journey once and judges it.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Replay = new("--replay") { Description = "Walk the journey through this recording (.har, .har.gz, .zip, or a run's folder) instead of the network." };

    private static readonly Option<bool> KeepScripts = new("--keep-scripts") { Description = "Keep scripts and styles in the recording too: a page that lives by them can then be replayed from this run (--replay)." };

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("scenario") { Description = "Scenario files.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("run", "Walk the journey of each scenario once, in a real browser, and say what broke.") { files };
        CommonOptions.AddTo(command, [.. CommonOptions.ForRuns, Replay, KeepScripts]);
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = RunSettings.From(parsed);
            settings = settings with { Output = settings.Output with { KeepScripts = parsed.GetValue(KeepScripts) } };
            var scenarios = parsed.GetRequiredValue(files).Select(file => ScenarioLoader.Load(file.FullName, settings.Variables)).ToList();
            return parsed.GetValue(Replay) is { } recording
                ? ReplayAsync(recording, scenarios, settings, cancellationToken)
                : RunAsync(scenarios, settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ReplayAsync(string path, List<Scenario> scenarios, RunSettings settings, CancellationToken cancellationToken)
    {
        ReplayInput.Check(scenarios.Count, settings.Browser);
        await using var replay = await (await ReplayInput.ReadAsync(path, cancellationToken)).StartAsync(scenarios[0], cancellationToken);
        await using var session = await BrowserSetup.StartAsync(ReplayInput.Settings(settings.Browser), replay.BrowserArguments, Console.Error, cancellationToken);
        return await WalkAsync(new RunPipeline(session, replay), scenarios, settings, cancellationToken);
    }

    private static async Task<int> RunAsync(List<Scenario> scenarios, RunSettings settings, CancellationToken cancellationToken)
    {
        await using var session = await BrowserSetup.StartAsync(settings.Browser, [], Console.Error, cancellationToken);
        return await WalkAsync(new RunPipeline(session), scenarios, settings, cancellationToken);
    }

    private static async Task<int> WalkAsync(RunPipeline pipeline, List<Scenario> scenarios, RunSettings settings, CancellationToken cancellationToken)
    {
        var worst = ExitCode.Success;
        var runs = new List<CompletedRun>();
        foreach (var scenario in scenarios)
        {
            var run = await settings.Console.WithProgressAsync(progress => pipeline.RunAsync(scenario, settings.Output, progress, cancellationToken));
            await RunResults.TellAsync(run, settings, CancellationToken.None);
            runs.Add(run);
            worst = ExitCode.Worse(worst, run.ExitCode);
            if (cancellationToken.IsCancellationRequested) break;
        }

        await RunResults.PackAsync(runs, settings.Output, settings.Console);
        cancellationToken.ThrowIfCancellationRequested();

        return settings.ExitZero ? ExitCode.Success : worst;
    }
}
