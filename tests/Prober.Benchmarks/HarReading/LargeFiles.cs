namespace Prober.Benchmarks.HarReading;

/// <summary>The three kinds of large recordings that reading and cleaning are measured on, one after another in one file.</summary>
internal static class LargeFiles
{
    /// <summary>Node refuses texts of 512 MiB and more; a file of so many megabytes is left to the others.</summary>
    private const double TooLargeForNode = 530;

    /// <summary>Writes each kind, has it passed over, and throws it away.</summary>
    /// <param name="megabytes">Size of each file.</param>
    /// <param name="rounds">How often each contender goes over it, in turn.</param>
    /// <param name="contenders">Name and one pass of each. The last is Node's.</param>
    /// <param name="judge">Looks at the samples of a file, in the order of the contenders; null without.</param>
    public static async Task MeasureAsync(
        int megabytes, int rounds, IReadOnlyList<(string Name, Func<string, PassSample> Pass)> contenders, Action<IReadOnlyList<List<PassSample>>>? judge = null)
    {
        var folder = Directory.CreateTempSubdirectory("prober-large-har-");
        try
        {
            var recording = new LargeHar(await RecordedJourney.OfLabAsync(folder.FullName));
            var (file, bytes) = (Path.Combine(folder.FullName, "large.har"), megabytes * 1_000_000L);
            Measure("body-heavy", recording.WriteScripts(file, bytes, RealScripts.All()));
            Measure("token-dense (a site's pages)", recording.WriteSite(file, bytes));
            Measure("token-dense (logins alone)", recording.WriteJourneys(file, bytes));

            void Measure(string name, int entries)
            {
                var size = new FileInfo(file).Length / 1e6;
                Console.WriteLine(FormattableString.Invariant($"{name}: {size:F0} MB, {entries} entries, {rounds} rounds; CPU s, wall s, MB per CPU s (medians), peak resident MB"));
                var able = size < TooLargeForNode ? contenders : [.. contenders.SkipLast(1)];
                List<List<PassSample>> samples = [.. able.Select(_ => new List<PassSample>())];
                for (var round = 0; round < rounds; round++)
                {
                    for (var each = 0; each < able.Count; each++) samples[each].Add(able[each].Pass(file));
                }

                for (var each = 0; each < able.Count; each++) PassSample.Print(able[each].Name, samples[each], size);
                judge?.Invoke(samples);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
