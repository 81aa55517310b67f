using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Prober.Lab.Provider.Management;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab.Provider;

/// <summary>Ends the session at the provider, by OpenID Connect's RP-initiated logout or by Auth0's older address.</summary>
internal sealed class LogoutEndpoint(Tenant tenant)
{
    private readonly LogoutAllowList allowList = new(tenant);
    private readonly BackChannelLogout backChannel = new(tenant);

    public async Task EndSessionAsync(HttpContext context)
    {
        if (await ErrorPage.ShowRefusalAsync(context))
            return;

        var request = context.GetOpenIddictServerRequest()!;
        if (request.IdTokenHint is null || tenant.Options.LogoutStyle is LogoutStyle.Confirm)
        {
            var target = request.PostLogoutRedirectUri is { } uri ? WithState(uri, request.State) : null;
            context.Response.Redirect(Paths.LogoutConfirmation + QueryString.Create("returnTo", target ?? ""));
            return;
        }

        var hint = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        var ended = await EndAsync(context, request.ClientId ?? hint.Principal?.GetAudiences().FirstOrDefault(), request.PostLogoutRedirectUri);
        if (UpstreamLogout(context, ended, request.PostLogoutRedirectUri is { } back ? WithState(back, request.State) : null) is { } upstream)
            context.Response.Redirect(upstream);
        else if (request.PostLogoutRedirectUri is null || tenant.Options.LogoutStyle is LogoutStyle.ProviderPage)
            await ShowSignedOutAsync(context);
        else
            await context.SignOutAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, new AuthenticationProperties());
    }

    public async Task LogoutAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var clientId = query["client_id"].ToString();
        var returnTo = query["returnTo"].ToString();
        var (target, refusal) = allowList.Resolve(clientId, returnTo);
        if (refusal is not null)
        {
            tenant.Log.Write("flo", clientId, username: null, refusal, LogDetails.OfLogout(returnTo, tenant.LogoutUrlsFor(clientId)));
            await ErrorPage.ShowAsync(context, "invalid_request", refusal, clientId);
            return;
        }

        var ended = await EndAsync(context, clientId, target);
        if (UpstreamLogout(context, ended, target) is { } upstream)
            context.Response.Redirect(upstream);
        else if (target is null || tenant.Options.LogoutStyle is LogoutStyle.ProviderPage)
            await ShowSignedOutAsync(context);
        else
            context.Response.Redirect(target);
    }

    public static Task ShowConfirmationAsync(HttpContext context) => context.Response.WriteHtmlAsync(
        LogoutPages.Confirmation(context.Request.Query["returnTo"].ToString()), context.RequestAborted);

    public async Task ConfirmAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var target = form["returnTo"].ToString();
        if (form["action"] == "confirm")
            await EndAsync(context, clientId: null, target);

        if (allowList.IsKnownAnywhere(target))
            context.Response.Redirect(target);
        else
            await ShowSignedOutAsync(context);
    }

    private static Task ShowSignedOutAsync(HttpContext context) =>
        context.Response.WriteHtmlAsync(LogoutPages.SignedOut(), context.RequestAborted);

    /// <summary>The upstream provider's logout, when the request asks for it: by the mere presence of the parameter, whatever its value.</summary>
    private string? UpstreamLogout(HttpContext context, ProviderSession? ended, string? target) =>
        ended is not null && context.Request.Query.ContainsKey("federated") ? tenant.Federation.LeaveToLogOut(ended, target) : null;

    /// <summary>Ends the session and tells the applications of it.</summary>
    public async Task<ProviderSession?> EndAsync(HttpContext context, string? clientId, string? target)
    {
        if (tenant.Sessions.Touch(SessionCookie.Read(context.Request)) is not { } session)
            return null;

        tenant.Sessions.End(session.Id);
        tenant.Log.Write("slo", clientId, session.User.Username, $"User successfully logged out, return to {target ?? "nowhere"}",
            LogDetails.OfLogout(target, tenant.LogoutUrlsFor(clientId), session));
        await backChannel.TellAsync(session, context.RequestAborted);
        return session;
    }

    private static string WithState(string uri, string? state) =>
        state is null ? uri : uri + (uri.Contains('?') ? "&" : "?") + "state=" + Uri.EscapeDataString(state);
}
