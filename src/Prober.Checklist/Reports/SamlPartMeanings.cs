using Prober.Checklist.Facts;

namespace Prober.Checklist.Reports;

/// <summary>What a part of a SAML message means, in one sentence (<c>Data/saml-parts.json</c>).</summary>
public static class SamlPartMeanings
{
    private static readonly Lazy<Dictionary<string, string>> Table = new(() => EmbeddedData.Read<Dictionary<string, string>>("saml-parts.json"));

    public static string? Of(string part) => Table.Value.GetValueOrDefault(part);
}
