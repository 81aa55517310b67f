using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Browser.Configuration;
using Prober.Runs;

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
            var recording = new LargeHar(await RecordAsync(folder.FullName));
            var (file, bytes) = (Path.Combine(folder.FullName, "large.har"), megabytes * 1_000_000L);
            Measure("body-heavy", file, recording.WriteScripts(file, bytes, Scripts()), rounds);
            Measure("token-dense (a site's pages)", file, recording.WriteSite(file, bytes), rounds);
            Measure("token-dense (logins alone)", file, recording.WriteJourneys(file, bytes), rounds);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A journey through the lab as Playwright writes it down itself.</summary>
    private static async Task<JsonObject> RecordAsync(string folder)
    {
        var file = Path.Combine(folder, "recorded.har");
        await using var lab = await LabProcess.StartAsync(CancellationToken.None);
        await using var session = await BrowserSetup.StartAsync(new BrowserSettings(), [], Console.Error, CancellationToken.None);
        await new BareJourney(session.PlaywrightBrowser, lab.Variables).WalkAsync(keep: file);
        return JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
    }

    /// <summary>The driver's own scripts in pieces of a bundle's usual size (bytes): real text with real escapes.</summary>
    private static List<string> Scripts()
    {
        const int length = 50_000;
        var library = Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "lib");
        return [.. Directory.EnumerateFiles(library, "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .SelectMany(text => text.Chunk(length)).Select(piece => new string(piece)).Take(200)];
    }

    private static void Measure(string name, string file, int entries, int rounds)
    {
        var size = new FileInfo(file).Length / 1e6;
        Console.WriteLine(FormattableString.Invariant($"{name}: {size:F0} MB, {entries} entries, {rounds} rounds; CPU s, wall s, MB per CPU s (medians), peak resident MB"));
        var (product, tokens, node) = (new List<Sample>(), new List<Sample>(), new List<Sample>());
        for (var round = 0; round < rounds; round++)
        {
            product.Add(Self("product", file));
            tokens.Add(Self("tokens", file));
            if (size < 530) node.Add(Run("node", ["-e", NodePass, file]));
        }

        Print("prober", product, size);
        Print("Utf8JsonReader", tokens, size);
        if (node.Count > 0) Print("node JSON.parse", node, size);
        var ratios = product.Zip(tokens, (ours, bare) => bare.Cpu / ours.Cpu).Order().ToList();
        Console.WriteLine(FormattableString.Invariant($"  prober's speed against Utf8JsonReader, by pair: {ratios[0]:F2} / {ratios[ratios.Count / 2]:F2} / {ratios[^1]:F2}"));
    }

    private static void Print(string name, List<Sample> samples, double size)
    {
        var cpu = samples.Select(sample => sample.Cpu).Order().ElementAt(samples.Count / 2);
        var wall = samples.Select(sample => sample.Wall).Order().ElementAt(samples.Count / 2);
        Console.WriteLine(FormattableString.Invariant($"  {name,-16} {cpu,6:F2} {wall,6:F2} {size / cpu,6:F0} {samples.Max(sample => sample.Peak),6:F0}"));
    }

    private static Sample Self(string pass, string file) =>
        Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "Prober.Benchmarks.dll"), "har-pass", pass, file]);

    private static Sample Run(string program, IEnumerable<string> arguments)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var fields = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
        return new Sample(double.Parse(fields[1], CultureInfo.InvariantCulture), clock.Elapsed.TotalSeconds, double.Parse(fields[2], CultureInfo.InvariantCulture));
    }

    /// <param name="Cpu">Seconds, start-up included.</param>
    /// <param name="Wall">Seconds from the start of the process to its end.</param>
    /// <param name="Peak">Resident megabytes at most.</param>
    private sealed record Sample(double Cpu, double Wall, double Peak);
}
