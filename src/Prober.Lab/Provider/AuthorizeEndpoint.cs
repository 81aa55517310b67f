using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab.Provider;

/// <summary>
/// Answers an authorization request: at once from a session, by sending the person to the login page, or with an error.
/// A login comes back here to be finished.
/// </summary>
internal sealed class AuthorizeEndpoint(Tenant tenant)
{
    private readonly TokenIssuer issuer = new(tenant);
    private readonly LoginSteps steps = new(tenant);

    public async Task AuthorizeAsync(HttpContext context)
    {
        if (await ErrorPage.ShowRefusalAsync(context))
            return;

        var request = context.GetOpenIddictServerRequest()!;
        var client = tenant.Clients.Find(request.ClientId)!;
        if (!client.ResponseTypes.Contains(request.ResponseType))
            await RefuseAsync(context, Errors.UnsupportedResponseType, $"Response type {request.ResponseType} is not allowed for this client.");
        else if (request.GetParameter("connection")?.ToString() is { } connection && !client.Connections.Contains(connection))
            await RefuseAsync(context, Errors.InvalidRequest, "the connection was disabled");
        else if (ReusableSession(context, request) is { } session)
            await AnswerFromSessionAsync(context, request, client, session);
        else if (request.HasPromptValue(PromptValues.None))
            await RefuseAsync(context, Errors.LoginRequired, "Login required");
        else
            context.Response.Redirect(steps.Start(tenant.Transactions.Begin(request, client)));
    }

    public async Task ResumeAsync(HttpContext context)
    {
        if (await ErrorPage.ShowRefusalAsync(context))
            return;

        var transaction = tenant.Transactions.Find(context.Request.Query["state"])!;
        if (steps.Next(transaction) is { } step)
        {
            context.Response.Redirect(step);
            return;
        }

        tenant.Transactions.End(transaction);
        tenant.Log.Write(
            "s", transaction.Client.ClientId, transaction.Session?.User.Username ?? transaction.Username, "Successful login",
            LogDetails.OfLogin(transaction), transaction.Session?.Connection);
        await tenant.Fault.BeforeResumeAsync(context, context.RequestAborted);
        if (context.Response.HasStarted)
            return;

        await issuer.SignInAsync(context, transaction.Session!);
    }

    /// <summary>Where a page outside the login pages hands a transaction back, as after an Action's redirect.</summary>
    public static Task ContinueAsync(HttpContext context)
    {
        context.Response.Redirect(Paths.WithState(Paths.Resume, context.Request.Query["state"].ToString()));
        return Task.CompletedTask;
    }

    private async Task AnswerFromSessionAsync(
        HttpContext context, OpenIddictRequest request, RegisteredClient client, ProviderSession session)
    {
        SessionCookie.Write(context.Response, session, tenant);
        var consent = tenant.Consents.IsDue(client, session.User);
        if (consent && request.HasPromptValue(PromptValues.None))
        {
            await RefuseAsync(context, Errors.ConsentRequired, "Consent required");
            return;
        }

        if (consent || tenant.Options.Interludes.HasFlag(Interludes.AccountPicker) && !request.HasPromptValue(PromptValues.None))
        {
            var asking = tenant.Transactions.Begin(request, client, session);
            context.Response.Redirect(Paths.WithState(Paths.Resume, asking.State));
            return;
        }

        tenant.Log.Write("ssa", client.ClientId, session.User.Username, "Successful silent authentication", LogDetails.OfSession(session), session.Connection);
        await issuer.SignInAsync(context, session);
    }

    private ProviderSession? ReusableSession(HttpContext context, OpenIddictRequest request)
    {
        var session = tenant.Sessions.Touch(SessionCookie.Read(context.Request));
        if (session is null || request.HasPromptValue(PromptValues.Login))
            return null;

        var tooOld = request.MaxAge is { } seconds && !tenant.Fault.IgnoresMaxAge
            && tenant.Sessions.Age(session) > TimeSpan.FromSeconds(seconds);
        return tooOld ? null : session;
    }

    private Task RefuseAsync(HttpContext context, string error, string description)
    {
        tenant.Log.Write(error is Errors.LoginRequired or Errors.ConsentRequired ? "fsa" : "f", context.GetOpenIddictServerRequest()!.ClientId, null, description, LogDetails.OfError(error, description));
        var properties = new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
        });
        return context.ForbidAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, properties);
    }
}
