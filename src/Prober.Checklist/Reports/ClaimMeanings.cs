using Prober.Checklist.Facts;

namespace Prober.Checklist.Reports;

/// <summary>What a claim or header parameter means, in one sentence (<c>Data/claims.json</c>).</summary>
public static class ClaimMeanings
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(() => EmbeddedData.Read<Dictionary<string, string>>("claims.json"));

    /// <summary>A claim namespaced by an address means what its last path segment means.</summary>
    public static string? Of(string claim) =>
        Table.Value.GetValueOrDefault(claim) ??
        (claim.Contains("://", StringComparison.Ordinal) ? Table.Value.GetValueOrDefault(claim[(claim.LastIndexOf('/') + 1)..]) : null);
}
