using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Mail;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>The login by a link that is sent: <c>/passwordless/start</c> sends it, <c>/passwordless/verify_redirect</c> takes it, once.</summary>
internal sealed class Passwordless(Tenant tenant)
{
    /// <summary>Auth0's name and strategy of the connection.</summary>
    public const string Connection = "email";

    private readonly ConcurrentDictionary<string, LoginTransaction> outstanding = new();

    public async Task StartAsync(HttpContext context)
    {
        if (await ErrorPage.FindTransactionAsync(context, tenant) is not { } transaction)
            return;

        transaction.Username = (await context.Request.ReadFormAsync(context.RequestAborted))["username"].ToString();
        // The page says the same of an address that nobody has, as it should.
        if (tenant.Users.FindByUsername(transaction.Username) is not null)
            await SendAsync(transaction, context.RequestAborted);
        await context.Response.WriteHtmlAsync(EmailLinkScreen.Sent(transaction.Username), context.RequestAborted);
    }

    public Task VerifyAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!outstanding.TryRemove(query["verification_code"].ToString(), out var transaction))
            return RefuseAsync(context, query["client_id"].ToString(), query["email"].ToString());

        transaction.Session = tenant.Sessions.Begin(tenant.Users.FindByUsername(transaction.Username)!, connection: Connection);
        SessionCookie.Write(context.Response, transaction.Session, tenant);
        context.Response.Redirect(Paths.WithState(Paths.Resume, transaction.State));
        return Task.CompletedTask;
    }

    private Task SendAsync(LoginTransaction transaction, CancellationToken cancellationToken)
    {
        var code = Identifiers.New();
        outstanding[code] = transaction;
        var link = new Uri(tenant.Issuer, Paths.PasswordlessVerify).ToString() + QueryString.Create(new Dictionary<string, string?>
        {
            ["connection"] = Connection,
            ["client_id"] = transaction.Client.ClientId,
            ["email"] = transaction.Username,
            ["verification_code"] = code,
        });
        tenant.Log.Write("cls", transaction.Client.ClientId, transaction.Username, "Code/Link Sent", details: null, Connection);
        return tenant.Mail.DeliverAsync(new Letter(transaction.Username, $"Log in to {transaction.Client.Name}", link), cancellationToken);
    }

    private Task RefuseAsync(HttpContext context, string clientId, string username)
    {
        const string reason = "Wrong email or verification code.";
        tenant.Log.Write("f", clientId, username, reason, LogDetails.OfError("unauthorized", reason), Connection);
        return ErrorPage.ShowAsync(context, "unauthorized", "This login link has already been used or has expired.", clientId);
    }
}
