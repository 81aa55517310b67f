namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Cleaning a large HAR as <c>prober sanitize</c> does, signatures verified, copy audited, beside what only copies it: <c>Utf8JsonReader</c> to
/// <c>Utf8JsonWriter</c> token by token, and node's JSON.parse and JSON.stringify. Each pass is a process of its own; copies go nowhere.
/// </summary>
internal static class SanitizeBenchmark
{
    private const string NodePass = """
        const text = JSON.stringify(JSON.parse(require('fs').readFileSync(process.argv[1], 'utf8')));
        const cpu = process.cpuUsage();
        console.log(text.length, (cpu.user + cpu.system) / 1e6, Math.round(process.resourceUsage().maxRSS / 1024));
        """;

    public static async Task<int> RunAsync(int megabytes, int rounds)
    {
        await LargeFiles.MeasureAsync(megabytes, rounds,
        [
            ("prober sanitize", file => PassSample.OfSelf("sanitize", file)),
            ("Utf8JsonReader, -Writer", file => PassSample.OfSelf("copy", file)),
            ("node parse, stringify", file => PassSample.Of("node", ["-e", NodePass, file])),
        ]);
        return 0;
    }
}
