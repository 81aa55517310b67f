using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Saml;

namespace Prober.Lab.Provider.Saml;

/// <summary>Auth0's <c>/samlp/{client}/logout</c>: ends the session on a signed LogoutRequest and answers with a signed LogoutResponse.</summary>
internal sealed class SamlLogoutEndpoint(Tenant tenant, LogoutEndpoint logout)
{
    public async Task HandleAsync(HttpContext context)
    {
        var clientId = (string)context.Request.RouteValues["client"]!;
        try
        {
            if (tenant.Clients.Find(clientId)?.Saml is not { } service)
                throw new SamlRefusalException($"Unknown client: {clientId}");

            var id = LogoutMessages.IdOfRequest(RedirectBinding.Read(context.Request.Query["SAMLRequest"].ToString()));
            if (!RedirectBinding.IsSignedBy(context.Request, service.Certificate()))
                throw new SamlRefusalException("The logout request is not signed by the service provider.");

            await logout.EndAsync(context, clientId, service.SingleLogoutService);
            var answer = LogoutMessages.Response(SamlSettings.Issuer, service.SingleLogoutService, id, tenant.Clock.GetUtcNow());
            context.Response.Redirect(RedirectBinding.Url(
                service.SingleLogoutService, "SAMLResponse", answer, context.Request.Query["RelayState"].FirstOrDefault(), SamlCertificates.Provider));
        }
        catch (SamlRefusalException refusal)
        {
            tenant.Log.Write("flo", clientId, username: null, refusal.Message);
            await ErrorPage.ShowAsync(context, "invalid_request", refusal.Message, clientId);
        }
    }
}
