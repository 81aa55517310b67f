using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider.Federation;

/// <summary>Where upstream providers send the browser back: Auth0's <c>/login/callback</c>, by GET or POST.</summary>
internal sealed class UpstreamCallbackEndpoint(Tenant tenant)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (tenant.Federation.Return(await StateAsync(context)) is not { } login)
        {
            await ErrorPage.NoUpstreamTransactionAsync(context);
            return;
        }

        try
        {
            var identity = await login.Connection.ReceiveAsync(context, login);
            Begin(context, login, identity);
        }
        catch (UpstreamRefusalException refusal)
        {
            Refuse(context, login, refusal);
        }
    }

    /// <summary>Where the browser comes back to after an upstream logout.</summary>
    public async Task HandleLogoutAsync(HttpContext context)
    {
        var target = tenant.Federation.ReturnFromLogout(await StateAsync(context));
        if (target is { Length: > 0 })
            context.Response.Redirect(target);
        else
            await context.Response.WriteHtmlAsync(LogoutPages.SignedOut(), context.RequestAborted);
    }

    private void Begin(HttpContext context, FederatedLogin login, UpstreamIdentity identity)
    {
        var user = identity.ToUser(login.Connection.Strategy);
        tenant.Users.Save(user);
        login.Transaction.Username = user.Username;
        login.Transaction.Session = tenant.Sessions.Begin(user, identity);
        SessionCookie.Write(context.Response, login.Transaction.Session, tenant);
        context.Response.Redirect(Paths.WithState(Paths.Resume, login.Transaction.State));
    }

    private void Refuse(HttpContext context, FederatedLogin login, UpstreamRefusalException refusal)
    {
        var transaction = login.Transaction;
        tenant.Transactions.End(transaction);
        tenant.Log.Write("f", transaction.Client.ClientId, username: null, $"{login.Connection.Name}: {refusal.Message}",
            LogDetails.OfError(refusal.Code, refusal.Message), login.Connection.Name);
        context.Response.Redirect(transaction.Request.RedirectUri + QueryString.Create(new Dictionary<string, string?>
        {
            ["error"] = refusal.Code,
            ["error_description"] = refusal.Message,
            ["state"] = transaction.Request.State,
        }));
    }

    private static async Task<string?> StateAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return context.Request.Query["state"].FirstOrDefault() ?? context.Request.Query["RelayState"].FirstOrDefault();

        return (await context.Request.ReadFormAsync(context.RequestAborted))["RelayState"].FirstOrDefault();
    }
}
