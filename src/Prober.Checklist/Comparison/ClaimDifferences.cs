using Prober.Checklist.Reports;

namespace Prober.Checklist.Comparison;

/// <summary>What the tokens of two runs say otherwise. Tokens are paired by kind and application; times and ids of a login do not count.</summary>
internal static class ClaimDifferences
{
    public static IReadOnlyList<Difference> Of(Report good, Report bad)
    {
        var (before, after) = (Last(good), Last(bad));
        return [.. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).SelectMany(key => (before.GetValueOrDefault(key), after.GetValueOrDefault(key)) switch
        {
            ({ } one, { } other) => Between(key, one, other),
            (null, _) => [new Difference(key, null, "issued")],
            _ => [new Difference(key, "issued", null)],
        })];
    }

    // Where a run has several of a kind, the last is the one that the application goes by.
    private static Dictionary<string, TokenView> Last(Report report) =>
        report.Tokens.Where(token => token.Claims.Count > 0).GroupBy(Key).ToDictionary(tokens => tokens.Key, tokens => tokens.Last());

    private static string Key(TokenView token) => $"{token.Kind} token{(token.Application is { } application ? $" of {application}" : "")}";

    private static IEnumerable<Difference> Between(string token, TokenView good, TokenView bad)
    {
        if (good.Signature != bad.Signature) yield return new($"{token}: signature", $"{good.Signature}", $"{bad.Signature}");
        var (before, after) = (Claims(good), Claims(bad));
        foreach (var name in before.Keys.Union(after.Keys))
        {
            var (one, other) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            if (one != other && !(one is not null && other is not null && (VolatileNames.Default.Claims.Contains(name) || (MaskedValues.IsMasked(one) && MaskedValues.IsMasked(other))))) yield return new($"{token}: claim {name}", one, other);
        }
    }

    // Each run masks with a salt of its own.
    private static Dictionary<string, string?> Claims(TokenView token) => token.Claims.GroupBy(claim => claim.Name).ToDictionary(claims => claims.Key, claims => claims.First().Value);
}
