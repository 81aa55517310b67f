namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Reading a large HAR as <c>prober analyze</c> does, without and with the judging of every login in it, beside a bare <c>Utf8JsonReader</c> that counts tokens and node's JSON.parse, each
/// pass a process of its own, in turn, over files of the same size: body-heavy, token-dense as a site's pages are, and of nothing but logins.
/// </summary>
internal static class HarReadBenchmark
{
    private const string NodePass = """
        const text = require('fs').readFileSync(process.argv[1], 'utf8');
        const entries = JSON.parse(text).log.entries.length;
        const cpu = process.cpuUsage();
        console.log(entries, (cpu.user + cpu.system) / 1e6, Math.round(process.resourceUsage().maxRSS / 1024));
        """;

    public static async Task<int> RunAsync(int megabytes, int rounds)
    {
        await LargeFiles.MeasureAsync(megabytes, rounds,
        [
            ("prober", file => PassSample.OfSelf("product", file)),
            ("Utf8JsonReader", file => PassSample.OfSelf("tokens", file)),
            ("prober, all judged", file => PassSample.OfSelf("analyze", file)),
            ("node JSON.parse", file => PassSample.Of("node", ["-e", NodePass, file])),
        ],
        samples =>
        {
            PrintRatios("by wall clock", samples, sample => sample.Wall);
            PrintRatios("by CPU time", samples, sample => sample.Cpu);
        });
        return 0;
    }

    private static void PrintRatios(string measure, IReadOnlyList<List<PassSample>> samples, Func<PassSample, double> of)
    {
        var ratios = samples[0].Zip(samples[1], (ours, bare) => of(bare) / of(ours)).Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"  prober's speed against Utf8JsonReader {measure}, by pair: {ratios[0]:F2} / {ratios[ratios.Count / 2]:F2} / {ratios[^1]:F2}"));
    }
}
