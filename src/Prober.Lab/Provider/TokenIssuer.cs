using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab.Provider;

/// <summary>Turns a session into the claims of a login and lets OpenIddict send the code back to the application.</summary>
internal sealed class TokenIssuer(Tenant tenant)
{
    public Task SignInAsync(HttpContext context, ProviderSession session)
    {
        var request = context.GetOpenIddictServerRequest()!;
        tenant.Sessions.Visit(session.Id, request.ClientId!);
        var identity = new ClaimsIdentity("lab", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, session.User.Subject);
        identity.SetClaim("sid", session.Id);
        identity.AddClaim(new Claim(Claims.AuthenticationTime, AuthenticationTime(session), ClaimValueTypes.Integer64));
        foreach (var claim in ProfileClaims.For(session.User, request.GetScopes(), tenant.Fault.WithheldFromIdentityToken))
            identity.AddClaim(claim);

        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(GoesTo);
        return context.SignInAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
    }

    private static string AuthenticationTime(ProviderSession session) =>
        session.AuthenticatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> GoesTo(Claim claim) => claim.Type is Claims.Subject
        ? [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken]
        : [OpenIddictConstants.Destinations.IdentityToken];

}
