using System.Security.Claims;
using Prober.Lab.Saml;

namespace Prober.Lab.Applications.Saml;

/// <summary>Who an accepted assertion says is there, in the claims that the applications' pages show.</summary>
internal static class SamlIdentity
{
    public static ClaimsIdentity Of(SamlLogin login)
    {
        var identity = new ClaimsIdentity("saml", "name", "groups");
        Add("name", login.First(SamlNames.NameAttribute));
        Add("email", login.First(SamlNames.EmailAttribute));
        Add("sid", login.SessionIndex);
        Add(ClaimTypes.NameIdentifier, login.NameId);
        identity.AddClaims(login.Attributes[SamlNames.GroupsAttribute].Select(group => new Claim("groups", group)));
        return identity;

        void Add(string type, string? value)
        {
            if (value is not null)
                identity.AddClaim(new Claim(type, value));
        }
    }
}
