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
        var folder = Directory.CreateTempSubdirectory("prober-sanitize-");
        try
        {
            var recording = new LargeHar(await RecordedJourney.OfLabAsync(folder.FullName));
            var (file, bytes) = (Path.Combine(folder.FullName, "large.har"), megabytes * 1_000_000L);
            Measure("body-heavy", file, recording.WriteScripts(file, bytes, RealScripts.All()), rounds);
            Measure("token-dense (a site's pages)", file, recording.WriteSite(file, bytes), rounds);
            Measure("token-dense (logins alone)", file, recording.WriteJourneys(file, bytes), rounds);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Measure(string name, string file, int entries, int rounds)
    {
        var size = new FileInfo(file).Length / 1e6;
        Console.WriteLine(FormattableString.Invariant($"{name}: {size:F0} MB, {entries} entries, {rounds} rounds; CPU s, wall s, MB per CPU s (medians), peak resident MB"));
        var (product, copy, node) = (new List<PassSample>(), new List<PassSample>(), new List<PassSample>());
        for (var round = 0; round < rounds; round++)
        {
            product.Add(PassSample.OfSelf("sanitize", file));
            copy.Add(PassSample.OfSelf("copy", file));
            if (size < 530) node.Add(PassSample.Of("node", ["-e", NodePass, file]));
        }

        PassSample.Print("prober sanitize", product, size);
        PassSample.Print("Utf8JsonReader, -Writer", copy, size);
        if (node.Count > 0) PassSample.Print("node parse, stringify", node, size);
    }
}
