using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Saml;
using Prober.Lab.Saml;
using Prober.Lab.WsFederation;

namespace Prober.Lab.Provider.WsFederation;

/// <summary>The answer that one relying party waits for.</summary>
internal sealed class WsFederationReply(Tenant tenant, RelyingParty party, string? requestContext)
{
    public Task SendAsync(HttpContext context, RegisteredClient client, ProviderSession session)
    {
        tenant.Sessions.Visit(session.Id, client.ClientId);
        var draft = AssertionDrafting.Of(
            session, party.Realm, party.ReplyAddress, inResponseTo: null, SamlSettings.Issuer, SamlCertificates.Provider, tenant.Clock.GetUtcNow());
        var fields = new Dictionary<string, string?>
        {
            ["wa"] = WsFederationNames.SignIn,
            ["wresult"] = SecurityTokenResponse.Write(tenant.Fault.AlterSamlResponse(draft)),
            ["wctx"] = requestContext,
        };
        return context.Response.WriteHtmlAsync(PostBinding.Page(party.ReplyAddress, fields), context.RequestAborted);
    }
}
