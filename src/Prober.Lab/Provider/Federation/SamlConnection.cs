using Microsoft.AspNetCore.Http;
using Prober.Lab.Saml;

namespace Prober.Lab.Provider.Federation;

/// <summary>The broker as a service provider of a SAML identity provider.</summary>
internal sealed class SamlConnection(ServiceProvider self, TrustedProvider provider, TimeProvider clock) : UpstreamConnection
{
    public const string ConnectionName = "workforce-saml";

    private readonly AssertionConsumer consumer = new(self, provider, clock);

    public override string Name => ConnectionName;

    public override string Strategy => "samlp";

    public override string DisplayName => "Workforce by SAML";

    public override string RequestUrl(FederatedLogin login)
    {
        var request = new AuthnRequest(login.RequestId, self.EntityId, provider.SingleSignOnService, self.AssertionConsumerService);
        return RedirectBinding.Url(provider.SingleSignOnService, "SAMLRequest", request.ToXml(clock.GetUtcNow()), login.State, certificate: null);
    }

    public override async Task<UpstreamIdentity> ReceiveAsync(HttpContext context, FederatedLogin login)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        try
        {
            var accepted = consumer.Accept(PostBinding.Decode(form["SAMLResponse"].ToString()), login.RequestId);
            return new UpstreamIdentity(Name, accepted.NameId ?? throw new SamlRefusalException("The assertion names nobody."))
            {
                Email = accepted.First(SamlNames.EmailAttribute),
                Name = accepted.First(SamlNames.NameAttribute),
                Groups = [.. accepted.Attributes[SamlNames.GroupsAttribute]],
                SessionIndex = accepted.SessionIndex,
            };
        }
        catch (SamlRefusalException refusal)
        {
            throw new UpstreamRefusalException("access_denied", refusal.Message);
        }
    }

    public override string LogoutUrl(UpstreamIdentity identity, string handle)
    {
        var request = LogoutMessages.Request(
            SamlNames.NewId(), self.EntityId, provider.SingleLogoutService, identity.Subject, identity.SessionIndex, clock.GetUtcNow());
        return RedirectBinding.Url(provider.SingleLogoutService, "SAMLRequest", request, handle, self.Certificate());
    }
}
