namespace Prober.Benchmarks.HarReading;

/// <summary>
/// Reading a large HAR as <c>prober analyze</c> does, beside a bare <c>Utf8JsonReader</c> that counts tokens and node's JSON.parse, each
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
        var folder = Directory.CreateTempSubdirectory("prober-har-read-");
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
        var (product, tokens, node) = (new List<PassSample>(), new List<PassSample>(), new List<PassSample>());
        for (var round = 0; round < rounds; round++)
        {
            product.Add(PassSample.OfSelf("product", file));
            tokens.Add(PassSample.OfSelf("tokens", file));
            if (size < 530) node.Add(PassSample.Of("node", ["-e", NodePass, file]));
        }

        PassSample.Print("prober", product, size);
        PassSample.Print("Utf8JsonReader", tokens, size);
        if (node.Count > 0) PassSample.Print("node JSON.parse", node, size);
        var ratios = product.Zip(tokens, (ours, bare) => bare.Cpu / ours.Cpu).Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"  prober's speed against Utf8JsonReader, by pair: {ratios[0]:F2} / {ratios[ratios.Count / 2]:F2} / {ratios[^1]:F2}"));
    }
}
