using System.Diagnostics;
using Prober.Browser.Configuration;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Runs;
using Prober.Scenarios;

namespace Prober.Benchmarks;

/// <summary>
/// Whole journeys with recording, checklist and reports against <see cref="BareJourney"/>, in turn, on one browser and one
/// driver, a new context each. CPU is that of the whole process tree but for the lab, which runs in a process of its own.
/// </summary>
internal static class JourneyOverhead
{
    private const int WarmUp = 20;

    public static async Task<int> RunAsync(int rounds, bool screenshots)
    {
        await using var lab = await LabProcess.StartAsync(CancellationToken.None);
        await using var session = await BrowserSetup.StartAsync(
            new BrowserSettings { Screenshot = screenshots ? RecordingMode.On : RecordingMode.Off }, [], Console.Error, CancellationToken.None);
        var scenario = ScenarioLoader.Load(
            Path.Combine(AppContext.BaseDirectory, "scenarios", "lab", "server-side.yaml"), ScenarioVariables.Of(lab.Variables));
        var output = Directory.CreateTempSubdirectory("prober-benchmark-");
        var bare = new BareJourney(session.PlaywrightBrowser, lab.Variables);
        var pipeline = new RunPipeline(session);
        var samples = new List<(Sample Product, Sample Bare)>();
        var verdicts = new List<double>();
        var phases = new List<IReadOnlyList<PhaseResult>>();
        for (var round = -WarmUp; round < rounds; round++)
        {
            var clock = new LastActionClock();
            CompletedRun? run = null;
            var product = await MeasureAsync(
                lab.Id, async () => run = await pipeline.RunAsync(scenario, new RunOutput(output.FullName), clock, CancellationToken.None));
            Require(run!);
            var verdict = clock.SinceLastAction.TotalMilliseconds;
            var other = await MeasureAsync(lab.Id, () => bare.WalkAsync());
            if (round >= 0)
            {
                samples.Add((product, other));
                verdicts.Add(verdict);
                phases.Add(run!.Report.Phases);
            }
        }

        output.Delete(recursive: true);
        Print(samples, verdicts, session.Browser);
        PrintPhases(phases);
        return 0;
    }

    private static void Require(CompletedRun run)
    {
        if (run.Report.Verdict != Verdict.Pass)
        {
            throw new InvalidOperationException($"the healthy journey ended {run.Report.Verdict}: {run.Report.Headline?.Summary}");
        }
    }

    private static async Task<Sample> MeasureAsync(int except, Func<Task> walk)
    {
        var cpu = ProcessTreeCpu.Seconds(except);
        var own = ProcessTreeCpu.OwnSeconds();
        var watch = Stopwatch.StartNew();
        await walk();
        var wall = watch.Elapsed.TotalSeconds;
        return new Sample(ProcessTreeCpu.Seconds(except) - cpu, ProcessTreeCpu.OwnSeconds() - own, wall);
    }

    private static void Print(List<(Sample Product, Sample Bare)> samples, List<double> verdicts, string browser)
    {
        Console.WriteLine($"{browser}, {Environment.ProcessorCount} cores, {samples.Count} rounds after {WarmUp} warm-ups; min / median / max");
        Row("prober, CPU s", samples.Select(sample => sample.Product.Cpu));
        Row("bare, CPU s", samples.Select(sample => sample.Bare.Cpu));
        Row("  prober, .NET alone", samples.Select(sample => sample.Product.Own));
        Row("  bare, .NET alone", samples.Select(sample => sample.Bare.Own));
        Row("ratio of CPU, by pair", samples.Select(sample => sample.Product.Cpu / sample.Bare.Cpu));
        Row("prober, wall s", samples.Select(sample => sample.Product.Wall));
        Row("bare, wall s", samples.Select(sample => sample.Bare.Wall));
        Row("ratio of wall, by pair", samples.Select(sample => sample.Product.Wall / sample.Bare.Wall));
        Row("last action to verdict, ms", verdicts);
    }

    private static void PrintPhases(List<IReadOnlyList<PhaseResult>> phases)
    {
        for (var phase = 0; phase < phases[0].Count; phase++)
        {
            Row($"  {phases[0][phase].Name} {phases[0][phase].Application}, ms", phases.Select(run => run[phase].DurationMs));
        }
    }

    private static void Row(string name, IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine($"{name,-28} {sorted[0],8:F2} / {sorted[sorted.Count / 2],8:F2} / {sorted[^1],8:F2}");
    }

    private sealed record Sample(double Cpu, double Own, double Wall);
}
