using Prober.Evidence;
using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;
using Prober.Runs;

namespace Prober.Analysis;

/// <summary>One side of a comparison: a run's folder, or the decisive login of a recording.</summary>
internal static class ComparedInput
{
    /// <exception cref="HarFormatException">There is no such file, or it is no recording.</exception>
    public static async Task<EvidenceBundle> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            return BundleReader.IsBundle(path) ? BundleReader.Read(path) : throw new UsageException($"{path}: expected a folder with a manifest.json, as 'prober run' writes it");
        if (PackedBundles.Is(path)) return Unpacked(path);
        await using var standardInput = Console.OpenStandardInput();
        var documents = await HarInput.ReadAsync(path, standardInput, HarReadOptions.LoginByLogin, progress: null, cancellationToken);
        if (documents.Count != 1) throw new UsageException($"{path}: expected one recording, and there are {documents.Count}; unpack the one to compare");
        return (await new HarAnalysis(WitnessFiles.None, expected: null).DecisiveAsync(documents[0].Name, documents[0].Log, cancellationToken)).Evidence;
    }

    private static EvidenceBundle Unpacked(string path)
    {
        using var passing = new PassingFolder();
        var folders = PackedBundles.Unpack(path, passing.Path);
        return folders.Count == 1 ? BundleReader.Read(folders[0]) : throw new UsageException($"{path}: expected one run, and there are {folders.Count}; unpack the one to compare");
    }
}
