using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Prober.Lab.Provider;

namespace Prober.Lab.Upstream.OpenIdConnect;

/// <summary>The upstream authorization endpoint: code flow with PKCE for the one client it knows (OpenID Connect Core, 3.1.2).</summary>
internal sealed class UpstreamAuthorizeEndpoint(UpstreamProvider upstream, UpstreamSignIn signIn, UpstreamCodes codes)
{
    public Task HandleAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var redirectUri = query["redirect_uri"].ToString();
        if (query["client_id"] != upstream.Broker.ClientId)
            return RefuseAsync(context, "unauthorized_client", "The client is not registered here.");

        if (!upstream.Broker.CallbackUrls.Contains(redirectUri, StringComparer.Ordinal))
            return RefuseAsync(context, "redirect_uri_mismatch", $"The redirect URI {redirectUri} does not match the ones registered for this client.");

        var state = query["state"].ToString();
        var grant = (ProviderSession session) => new UpstreamCodes.Grant(
            session, redirectUri, query["nonce"].ToString(), query["code_challenge"].ToString(), query["scope"].ToString().Split(' '));
        return signIn.AnswerAsync(
            context,
            (answering, session) => AnswerAsync(answering, redirectUri, upstream.Fault.UpstreamError is { } error
                ? new() { { "error", error.Code }, { "error_description", error.Description }, { "state", state } }
                : new() { { "code", codes.Issue(grant(session)) }, { "state", state } }),
            mustPrompt: query["prompt"].ToString().Split(' ').Contains("login"));
    }

    private static Task AnswerAsync(HttpContext context, string redirectUri, QueryBuilder answer)
    {
        context.Response.Redirect(redirectUri + answer);
        return Task.CompletedTask;
    }

    private static Task RefuseAsync(HttpContext context, string code, string description) => context.Response.WriteHtmlAsync(
        UpstreamPages.Error(code, description), context.RequestAborted, StatusCodes.Status400BadRequest);
}
