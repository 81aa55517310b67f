using System.Security.Claims;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab.Provider;

/// <summary>Which of a person's attributes a granted scope releases (OpenID Connect Core, 5.4).</summary>
internal static class ProfileClaims
{
    public static IEnumerable<Claim> For(LabUser user, IReadOnlyCollection<string> scopes, IReadOnlyCollection<string> withheld) =>
        All(user)
            .Where(released => scopes.Contains(released.Scope) && !withheld.Contains(released.Claim.Type))
            .Select(released => released.Claim);

    private static IEnumerable<(string Scope, Claim Claim)> All(LabUser user)
    {
        if (user.Name is { } name)
            yield return (Scopes.Profile, new Claim(Claims.Name, name));

        if (user.Email is { } email)
        {
            yield return (Scopes.Email, new Claim(Claims.Email, email));
            yield return (Scopes.Email, new Claim(Claims.EmailVerified, "true", ClaimValueTypes.Boolean));
        }

        foreach (var group in user.Groups)
            yield return ("groups", new Claim("groups", group));
    }
}
