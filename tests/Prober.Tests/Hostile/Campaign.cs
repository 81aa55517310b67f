using System.Diagnostics;
using NUnit.Framework;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Hostile;

/// <summary>Puts a target to its stored corpus and to mutations of it: a fixed number with a fixed seed, or with random seeds for PROBER_FUZZ_SECONDS.</summary>
internal static class Campaign
{
    // Far beyond what any input of this size needs, also on a busy machine: only a hang is longer.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(string folder, int rounds, Func<byte[], Task> target)
    {
        var corpus = Corpus(folder);
        foreach (var item in corpus) await TryAsync(folder, 0, item, target);
        if (int.TryParse(Environment.GetEnvironmentVariable("PROBER_FUZZ_SECONDS"), out var seconds))
        {
            for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < seconds;) await MutateAsync(Random.Shared.Next());
            return;
        }

        await MutateAsync(20260312);

        async Task MutateAsync(int seed)
        {
            var mutator = new Mutator(seed, corpus);
            for (var round = 0; round < rounds; round++) await TryAsync(folder, seed, mutator.Next(), target);
        }
    }

    public static IReadOnlyList<byte[]> Corpus(string folder) =>
        [.. Directory.GetFiles(RepositoryFiles.PathOf($"tests/Prober.Tests/Hostile/Corpus/{folder}")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    private static async Task TryAsync(string folder, int seed, byte[] input, Func<byte[], Task> target)
    {
        try
        {
            await Task.Run(() => target(input)).WaitAsync(Longest);
        }
        catch (Exception defect)
        {
            var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"hostile-{folder}.base64");
            await File.WriteAllTextAsync(file, Convert.ToBase64String(input));
            throw new InvalidOperationException($"{folder}, seed {seed}, input in {file}: {defect.Message}", defect);
        }
    }
}
