using Prober.Evidence.Bundles;

namespace Prober.Runs;

/// <summary>What a run leaves beside its evidence; redacted, and searched for secrets like the rest.</summary>
/// <param name="Trace">Playwright's trace; null for none.</param>
/// <param name="Scenario">The scenario file's text; null where it is not kept.</param>
internal sealed record BesideEvidence(byte[]? Trace, string? Scenario)
{
    public static BesideEvidence Nothing { get; } = new(null, null);

    /// <summary>What lies beside stored evidence.</summary>
    public static async Task<BesideEvidence> OfAsync(string folder, CancellationToken cancellationToken)
    {
        var (trace, scenario) = (Path.Combine(folder, BundleFiles.Trace), Path.Combine(folder, BundleFiles.Scenario));
        return new BesideEvidence(
            File.Exists(trace) ? await File.ReadAllBytesAsync(trace, cancellationToken) : null,
            File.Exists(scenario) ? await File.ReadAllTextAsync(scenario, cancellationToken) : null);
    }
}
