using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Saml;

namespace Prober.Lab.Provider.Saml;

/// <summary>
/// Auth0's <c>/samlp/{client}</c>: takes an AuthnRequest by redirect or POST, or nothing at all (IdP-initiated), has the
/// person signed in, and posts a signed response to the registered assertion consumer service.
/// </summary>
internal sealed class SamlLoginEndpoint(Tenant tenant)
{
    private readonly LoginSteps steps = new(tenant);

    public async Task HandleAsync(HttpContext context)
    {
        var clientId = (string)context.Request.RouteValues["client"]!;
        if (tenant.Clients.Find(clientId) is not { Saml: { } service } client)
        {
            await ErrorPage.ShowAsync(context, "invalid_request", $"Unknown client: {clientId}", clientId);
            return;
        }

        try
        {
            var (request, relayState) = await ReadAsync(context);
            if (request is not null && (request.Issuer != service.EntityId || request.AssertionConsumerService != service.AssertionConsumerService))
                throw new SamlRefusalException($"{request.Issuer} at {request.AssertionConsumerService} is not the service provider registered for this client.");

            await AnswerAsync(context, client, new SamlReply(tenant, service, request?.Id, relayState), request);
        }
        catch (SamlRefusalException refusal)
        {
            tenant.Log.Write("f", clientId, username: null, refusal.Message);
            await ErrorPage.ShowAsync(context, "invalid_request", refusal.Message, clientId);
        }
    }

    public Task ShowMetadataAsync(HttpContext context)
    {
        var clientId = (string)context.Request.RouteValues["client"]!;
        context.Response.ContentType = "application/samlmetadata+xml";
        return context.Response.WriteAsync(
            SamlMetadata.OfProvider(
                SamlSettings.Issuer, SamlSettings.SingleSignOn(tenant.Issuer, clientId), SamlSettings.SingleLogout(tenant.Issuer, clientId),
                SamlCertificates.Provider, tenant.Clock.GetUtcNow()),
            context.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext context, RegisteredClient client, SamlReply reply, AuthnRequest? request)
    {
        var session = request is { ForceAuthn: true } ? null : tenant.Sessions.Touch(SessionCookie.Read(context.Request));
        if (session is not null)
        {
            SessionCookie.Write(context.Response, session, tenant);
            tenant.Log.Write("ssa", client.ClientId, session.User.Username, "Successful silent authentication");
            await reply.SendAsync(context, client, session);
        }
        else if (request is { IsPassive: true })
        {
            await reply.RefuseAsync(context, SamlNames.NoPassive);
        }
        else
        {
            var login = new OpenIddictRequest { ClientId = client.ClientId };
            var transaction = tenant.Transactions.Begin(login, client);
            transaction.Answer = (answering, signedIn) => reply.SendAsync(answering, client, signedIn);
            context.Response.Redirect(steps.Start(transaction));
        }
    }

    private static async Task<(AuthnRequest? Request, string? RelayState)> ReadAsync(HttpContext context)
    {
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return (AuthnRequest.Parse(PostBinding.Decode(form["SAMLRequest"].ToString())), form["RelayState"].FirstOrDefault());
        }

        var query = context.Request.Query;
        return (query["SAMLRequest"].FirstOrDefault() is { } message ? AuthnRequest.Parse(RedirectBinding.Read(message)) : null,
            query["RelayState"].FirstOrDefault());
    }
}
