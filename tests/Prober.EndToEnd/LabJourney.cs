using Prober.Browser.Configuration;
using Prober.Lab;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>
/// Walks one of the lab's scenarios against a lab of the given kind, through the same pipeline as <c>prober run</c>. Pictures cost a tenth of a
/// journey and no check looks at them: many journeys in a row go without.
/// </summary>
internal static class LabJourney
{
    public static async Task<CompletedRun> WalkAsync(
        LabOptions options, LabScenario scenario = LabScenario.ServerSide, BrowserSettings? settings = null, Func<Scenario, Scenario>? adjust = null,
        bool pictures = true, CancellationToken cancellationToken = default)
    {
        await using var lab = await LabHost.StartAsync(options with { Scenario = scenario }, cancellationToken);
        if (options.Fault is { } fault && Faults.All.Single(info => info.Fault == fault).UserAgent is { } agent)
            settings = (settings ?? new BrowserSettings()) with { UserAgent = agent };
        // The browser that all journeys share knows the lab's names; what else a lab needs on the command line is for it alone.
        var arguments = lab.BrowserArguments.Except([LabHost.NameRules]).ToList();
        var isShared = settings is null && arguments.Count == 0;
        var session = isShared ? await TestBrowser.SessionAsync() : await TestBrowser.StartAsync(settings, [LabHost.NameRules, .. arguments]);
        var loaded = DemoScenarios.Load(scenario, lab, options.Fault);
        if (adjust is not null) loaded = adjust(loaded);
        var output = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var pipeline = new RunPipeline(session) { Pictures = pictures };
            return await pipeline.RunAsync(loaded, new RunOutput(output.FullName), progress: null, cancellationToken);
        }
        finally
        {
            if (!isShared)
            {
                await session.DisposeAsync();
            }

            if (!KeepOutput)
            {
                output.Delete(recursive: true);
            }
        }
    }

    /// <summary>In at the first application and out of it: without what a second tab and a second application add.</summary>
    public static IReadOnlyList<JourneyStep> AtOne(IReadOnlyList<JourneyStep> journey)
    {
        var application = journey.OfType<LoginPhase>().First().Application;
        return [.. journey.Where(step => step is LoginPhase or LogoutPhase), new SignedOutPhase([application])];
    }

    /// <summary>Set PROBER_KEEP_OUTPUT=1 to look at the evidence of a failing test.</summary>
    private static bool KeepOutput => Environment.GetEnvironmentVariable("PROBER_KEEP_OUTPUT") == "1";
}
