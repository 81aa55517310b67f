using Prober.Evidence.Expected;

namespace Prober.Checklist.Checks.Token;

/// <summary>The claims that an application must get: those every application needs, and its own.</summary>
internal static class RequiredClaims
{
    /// <summary>Name to pattern, or null where presence is enough; the application's own word goes first.</summary>
    public static IReadOnlyDictionary<string, string?> Of(Expectations expectations, string? application)
    {
        var claims = expectations.RequiredClaims.ToDictionary();
        var name = application ?? (expectations.Applications is [var first, ..] ? first.Name : null);
        foreach (var (claim, pattern) in expectations.Applications.FirstOrDefault(candidate => candidate.Name == name)?.RequiredClaims
            ?? new Dictionary<string, string?>()) claims[claim] = pattern;
        return claims;
    }
}
