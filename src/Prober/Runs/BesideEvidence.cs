namespace Prober.Runs;

/// <summary>What a run leaves beside its evidence; redacted, and searched for secrets like the rest.</summary>
/// <param name="Trace">Playwright's trace; null for none.</param>
/// <param name="Scenario">The scenario file's text; null where it is not kept.</param>
internal sealed record BesideEvidence(byte[]? Trace, string? Scenario)
{
    public static BesideEvidence Nothing { get; } = new(null, null);
}
