namespace Prober.Evidence.Bundles;

/// <summary>What goes into a bundle beside the evidence.</summary>
public sealed record BundleWriteOptions
{
    /// <summary>A trace that was asked for; copied as <c>trace.zip</c>. It must be redacted already.</summary>
    public string? TraceFile { get; init; }
}
