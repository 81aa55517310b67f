using OpenIddict.Abstractions;
using OpenIddict.Server;
using Prober.Lab.Provider.Management;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>
/// Holds the logout's redirect to the allow-list: the client's when the request names one, by parameter or hint, else the
/// tenant's. <c>/oidc/logout</c> wants the exact address, query included.
/// </summary>
internal sealed class LogoutRequestRules(Tenant tenant) : IOpenIddictServerHandler<ValidateEndSessionRequestContext>
{
    public ValueTask HandleAsync(ValidateEndSessionRequestContext context)
    {
        if (tenant.Fault.LogoutNeedsHint && context.ClientId is null && context.Request?.IdTokenHint is null)
        {
            context.Reject(Errors.InvalidRequest, "Missing parameters: id_token_hint");
            return default;
        }

        if (context.PostLogoutRedirectUri is not { Length: > 0 } requested)
            return default;

        var clientId = context.ClientId ?? context.IdentityTokenHintPrincipal?.GetPresenters().FirstOrDefault()
            ?? context.IdentityTokenHintPrincipal?.GetAudiences().FirstOrDefault();
        var allowed = clientId is null ? tenant.LogoutUrls : tenant.Clients.Find(clientId)?.LogoutUrls ?? [];
        if (allowed.Contains(requested, StringComparer.Ordinal))
            return default;

        tenant.Log.Write("flo", clientId, username: null, $"The post_logout_redirect_uri {requested} is not allowed.", LogDetails.OfLogout(requested, allowed));
        context.Reject(Errors.InvalidRequest,
            $"The \"post_logout_redirect_uri\" parameter \"{requested}\" is not registered in the list of Allowed Logout URLs.");
        return default;
    }
}
