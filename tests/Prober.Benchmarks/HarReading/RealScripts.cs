namespace Prober.Benchmarks.HarReading;

/// <summary>The driver's own scripts in pieces of a bundle's usual size (bytes): real text with real escapes.</summary>
internal static class RealScripts
{
    private const int Length = 50_000;

    public static List<string> All() =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "lib"), "*.js", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText)
            .SelectMany(text => text.Chunk(Length)).Select(piece => new string(piece)).Take(200)];
}
