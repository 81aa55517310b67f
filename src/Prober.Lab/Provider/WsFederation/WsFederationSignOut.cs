using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Saml;

namespace Prober.Lab.Provider.WsFederation;

/// <summary>Ends the session on <c>wsignout1.0</c> or <c>wsignoutcleanup1.0</c> and returns to <c>wreply</c> where the client may be returned to.</summary>
internal sealed class WsFederationSignOut(Tenant tenant)
{
    private readonly LogoutAllowList allowList = new(tenant);
    private readonly LogoutEndpoint logout = new(tenant);

    /// <exception cref="SamlRefusalException">The address to return to is not on the client's list.</exception>
    public async Task HandleAsync(HttpContext context, RegisteredClient client)
    {
        var reply = context.Request.Query["wreply"].ToString();
        var (target, refusal) = allowList.Resolve(client.ClientId, reply);
        SamlRefusalException.Unless(refusal is null, $"The address to return to, {reply}, is not defined as a valid URL in \"Allowed Logout URLs\".");
        await logout.EndAsync(context, client.ClientId, target);
        if (target is null)
            await context.Response.WriteHtmlAsync(LogoutPages.SignedOut(), context.RequestAborted);
        else
            context.Response.Redirect(target);
    }
}
