using Microsoft.AspNetCore.Http;
using Prober.Lab.Saml;

namespace Prober.Lab.Provider.Saml;

/// <summary>The answer that one service provider waits for.</summary>
internal sealed class SamlReply(Tenant tenant, ServiceProvider service, string? requestId, string? relayState)
{
    public Task SendAsync(HttpContext context, RegisteredClient client, ProviderSession session)
    {
        tenant.Sessions.Visit(session.Id, client.ClientId);
        var now = tenant.Clock.GetUtcNow();
        var draft = AssertionDrafting.Of(session, service, requestId, SamlSettings.Issuer, SamlCertificates.Provider, now);
        return PostAsync(context, tenant.Fault.AlterSamlResponse(draft));
    }

    public Task RefuseAsync(HttpContext context, string reason)
    {
        var nobody = new ProviderSession("", LabUsers.Ned, tenant.Clock.GetUtcNow());
        var draft = AssertionDrafting.Of(nobody, service, requestId, SamlSettings.Issuer, SamlCertificates.Provider, tenant.Clock.GetUtcNow());
        return PostAsync(context, draft with { Status = SamlNames.Responder, SubStatus = reason });
    }

    private Task PostAsync(HttpContext context, SamlResponseDraft draft) => context.Response.WriteHtmlAsync(
        PostBinding.Page(service.AssertionConsumerService, new Dictionary<string, string?>
        {
            ["SAMLResponse"] = PostBinding.Encode(SamlResponseXml.Write(draft)),
            ["RelayState"] = relayState,
        }),
        context.RequestAborted);
}
