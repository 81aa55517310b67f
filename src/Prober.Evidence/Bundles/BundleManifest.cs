using Prober.Evidence.Expected;

namespace Prober.Evidence.Bundles;

/// <summary>The first file of a bundle: what it is, what was expected of the run, what lies beside it and why the rest does not.</summary>
internal sealed record BundleManifest
{
    public required int SchemaVersion { get; init; }

    public required RunInfo Run { get; init; }

    public required Expectations Expectations { get; init; }

    /// <summary>Every other file, with forward slashes.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>For every part that is not there, by the part's name: why.</summary>
    public required IReadOnlyDictionary<string, string> Missing { get; init; }
}
