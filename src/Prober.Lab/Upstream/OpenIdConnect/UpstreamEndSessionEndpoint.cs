using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream.OpenIdConnect;

/// <summary>Ends the upstream session and sends the browser back where the client has said it may (RP-Initiated Logout 1.0).</summary>
internal sealed class UpstreamEndSessionEndpoint(UpstreamProvider upstream, UpstreamSignIn signIn)
{
    public Task HandleAsync(HttpContext context)
    {
        signIn.End(context);
        var query = context.Request.Query;
        var target = query["post_logout_redirect_uri"].ToString();
        if (upstream.Fault.UpstreamLogoutStays || !upstream.Broker.LogoutUrls.Contains(target, StringComparer.Ordinal))
            return context.Response.WriteHtmlAsync(UpstreamPages.SignedOut(), context.RequestAborted);

        context.Response.Redirect(target + QueryString.Create("state", query["state"].ToString()));
        return Task.CompletedTask;
    }
}
