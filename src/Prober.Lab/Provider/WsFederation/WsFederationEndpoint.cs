using System.Globalization;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using Prober.Lab.Provider.Pages;
using Prober.Lab.Provider.Saml;
using Prober.Lab.Saml;
using Prober.Lab.WsFederation;

namespace Prober.Lab.Provider.WsFederation;

/// <summary>Auth0's <c>/wsfed/{client}</c>: signs people in and out by WS-Federation's passive requestor profile (WS-Federation 1.2, 13).</summary>
internal sealed class WsFederationEndpoint(Tenant tenant)
{
    private readonly LoginSteps steps = new(tenant);
    private readonly WsFederationSignOut signOut = new(tenant);

    public static string Address(Uri tenant, string clientId) => new Uri(tenant, $"wsfed/{clientId}").ToString();

    public async Task HandleAsync(HttpContext context)
    {
        var clientId = (string)context.Request.RouteValues["client"]!;
        try
        {
            var client = tenant.Clients.Find(clientId);
            if (client?.WsFederation is not { } party)
                throw new SamlRefusalException($"Unknown client: {clientId}");

            var action = context.Request.Query["wa"].ToString();
            if (action == WsFederationNames.SignIn)
                await SignInAsync(context, client, party);
            else if (action is WsFederationNames.SignOut or WsFederationNames.SignOutCleanup)
                await signOut.HandleAsync(context, client);
            else
                throw new SamlRefusalException($"wa={action} is no request of WS-Federation.");
        }
        catch (SamlRefusalException refusal)
        {
            tenant.Log.Write("f", clientId, username: null, refusal.Message);
            await ErrorPage.ShowAsync(context, "invalid_request", refusal.Message, clientId);
        }
    }

    public Task ShowMetadataAsync(HttpContext context)
    {
        context.Response.ContentType = "application/samlmetadata+xml";
        var endpoint = Address(tenant.Issuer, (string)context.Request.RouteValues["client"]!);
        return context.Response.WriteAsync(FederationMetadata.Write(SamlSettings.Issuer, endpoint, SamlCertificates.Provider), context.RequestAborted);
    }

    private async Task SignInAsync(HttpContext context, RegisteredClient client, RelyingParty party)
    {
        var query = context.Request.Query;
        var (realm, reply) = (query["wtrealm"].ToString(), query["wreply"].FirstOrDefault() ?? party.ReplyAddress);
        SamlRefusalException.Unless(realm == party.Realm && reply == party.ReplyAddress, $"{realm} at {reply} is not the relying party registered for this client.");
        var answer = new WsFederationReply(tenant, party, query["wctx"].FirstOrDefault());
        var session = tenant.Sessions.Touch(SessionCookie.Read(context.Request));
        if (session is not null && IsFresh(session, query["wfresh"].FirstOrDefault()))
        {
            SessionCookie.Write(context.Response, session, tenant);
            tenant.Log.Write("ssa", client.ClientId, session.User.Username, "Successful silent authentication");
            await answer.SendAsync(context, client, session);
            return;
        }

        var transaction = tenant.Transactions.Begin(new OpenIddictRequest { ClientId = client.ClientId }, client);
        transaction.Answer = (answering, signedIn) => answer.SendAsync(answering, client, signedIn);
        context.Response.Redirect(steps.Start(transaction));
    }

    /// <summary><c>wfresh</c> is the age in minutes up to which a login counts; 0 asks for credentials in any case (WS-Federation 1.2, 13.2.2).</summary>
    private bool IsFresh(ProviderSession session, string? wfresh) =>
        !int.TryParse(wfresh, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || tenant.Sessions.Age(session) < TimeSpan.FromMinutes(minutes);
}
