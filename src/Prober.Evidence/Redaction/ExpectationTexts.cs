using Prober.Evidence.Expected;

namespace Prober.Evidence.Redaction;

/// <summary>The texts of expectations that a person writes freely: patterns may name the probe account, addresses may carry a key.</summary>
internal static class ExpectationTexts
{
    public static Expectations Map(Expectations expectations, Func<string, string> map) => expectations with
    {
        RequiredClaims = Patterns(expectations.RequiredClaims, map),
        RequiredAttributes = Patterns(expectations.RequiredAttributes, map),
        Assumptions = [.. expectations.Assumptions.Select(assumption => assumption with { Value = map(assumption.Value), Because = map(assumption.Because) })],
        Applications =
        [
            .. expectations.Applications.Select(application => application with
            {
                Url = map(application.Url),
                ProtectedUrl = application.ProtectedUrl is { } url ? map(url) : null,
                PostLogoutUrl = application.PostLogoutUrl is { } landing ? map(landing) : null,
                RequiredClaims = Patterns(application.RequiredClaims, map),
            }),
        ],
    };

    private static Dictionary<string, string?> Patterns(IReadOnlyDictionary<string, string?> claims, Func<string, string> map) =>
        claims.ToDictionary(claim => claim.Key, claim => claim.Value is { } pattern ? map(pattern) : null, StringComparer.Ordinal);
}
