using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Saml;

namespace Prober.Lab.Upstream.Saml;

/// <summary>The upstream provider's SAML side: single sign-on by redirect and POST, single logout by redirect.</summary>
internal sealed class UpstreamSamlEndpoint(UpstreamProvider upstream, UpstreamSignIn signIn)
{
    public async Task SignOnAsync(HttpContext context)
    {
        try
        {
            var request = AuthnRequest.Parse(RedirectBinding.Read(context.Request.Query["SAMLRequest"].ToString()));
            if (request.Issuer != upstream.Broker.Saml.EntityId)
                throw new SamlRefusalException($"{request.Issuer} is not registered here.");

            var relayState = context.Request.Query["RelayState"].FirstOrDefault();
            await signIn.AnswerAsync(context, (answering, session) => SendAsync(answering, session, request.Id, relayState), request.ForceAuthn);
        }
        catch (SamlRefusalException refusal)
        {
            await RefuseAsync(context, refusal);
        }
    }

    public async Task LogOutAsync(HttpContext context)
    {
        try
        {
            var service = upstream.Broker.Saml;
            var id = LogoutMessages.IdOfRequest(RedirectBinding.Read(context.Request.Query["SAMLRequest"].ToString()));
            if (!RedirectBinding.IsSignedBy(context.Request, service.Certificate()))
                throw new SamlRefusalException("The logout request is not signed by the service provider.");

            signIn.End(context);
            var answer = LogoutMessages.Response(EntityId, service.SingleLogoutService, id, upstream.Clock.GetUtcNow());
            context.Response.Redirect(RedirectBinding.Url(
                service.SingleLogoutService, "SAMLResponse", answer, context.Request.Query["RelayState"].FirstOrDefault(), SamlCertificates.Upstream));
        }
        catch (SamlRefusalException refusal)
        {
            await RefuseAsync(context, refusal);
        }
    }

    public Task ShowMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = "application/samlmetadata+xml";
        return context.Response.WriteAsync(
            SamlMetadata.OfProvider(
                EntityId, new Uri(upstream.Address, UpstreamPaths.SamlSignOn).ToString(), new Uri(upstream.Address, UpstreamPaths.SamlLogout).ToString(),
                SamlCertificates.Upstream, upstream.Clock.GetUtcNow()),
            context.RequestAborted);
    }

    private string EntityId => upstream.Address.ToString();

    private Task SendAsync(HttpContext context, ProviderSession session, string requestId, string? relayState)
    {
        var service = upstream.Broker.Saml;
        var draft = AssertionDrafting.Of(session, service, requestId, EntityId, SamlCertificates.Upstream, upstream.Clock.GetUtcNow());
        var xml = SamlResponseXml.Write(upstream.Fault.AlterUpstreamResponse(draft));
        var fields = new Dictionary<string, string?> { ["SAMLResponse"] = PostBinding.Encode(xml), ["RelayState"] = relayState };
        return context.Response.WriteHtmlAsync(PostBinding.Page(service.AssertionConsumerService, fields), context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, SamlRefusalException refusal) => context.Response.WriteHtmlAsync(
        UpstreamPages.Error("invalid_request", refusal.Message), context.RequestAborted, StatusCodes.Status400BadRequest);
}
