using System.CommandLine;
using Prober.Browser.Configuration;
using Prober.Lab;
using Prober.Runs;

namespace Prober.Commands;

/// <summary><c>prober demo [--fault F06]</c>: lab, browser, journey, verdict and report in one go.</summary>
internal static class DemoCommand
{
    private static readonly Option<LabScenario?> Scenario = new("--scenario")
    {
        Description = "ServerSide, BrowserApplication, Federated and more (default: the one that shows the fault).",
    };

    public static Command Create()
    {
        var command = new Command("demo", "Start the embedded lab and walk a whole journey through it.");
        CommonOptions.AddTo(command, [LabCommand.Fault, Scenario, .. CommonOptions.ForRuns]);
        command.SetAction((parsed, cancellationToken) =>
        {
            var fault = LabFaults.Find(parsed.GetValue(LabCommand.Fault));
            var scenario = parsed.GetValue(Scenario) ?? fault?.Scenario ?? LabScenario.ServerSide;
            return RunAsync(fault, scenario, RunSettings.From(parsed), cancellationToken);
        });
        return command;
    }

    private static BrowserSettings BrowserOf(RunSettings settings, FaultInfo? fault) =>
        fault?.UserAgent is { } agent ? settings.Browser with { UserAgent = agent } : settings.Browser;

    private static async Task<int> RunAsync(FaultInfo? fault, LabScenario scenario, RunSettings settings, CancellationToken cancellationToken)
    {
        settings.Console.Note(fault is null
            ? "Starting the lab, in good order, and a browser …"
            : $"Starting the lab with fault {fault.Number} ({fault.Summary}) and a browser …");
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = fault?.Fault, Scenario = scenario }, cancellationToken);
        await using var session = await BrowserSetup.StartAsync(BrowserOf(settings, fault), lab.BrowserArguments, Console.Error, cancellationToken);

        var loaded = DemoScenarios.Load(scenario, lab, fault?.Fault);
        var pipeline = new RunPipeline(session);
        var run = await settings.Console.WithProgressAsync(progress => pipeline.RunAsync(loaded, settings.Output, progress, cancellationToken));
        await RunResults.TellAsync(run, settings, CancellationToken.None);
        await RunResults.PackAsync([run], settings.Output, settings.Console);
        return settings.ExitZero ? ExitCode.Success : run.ExitCode;
    }
}
