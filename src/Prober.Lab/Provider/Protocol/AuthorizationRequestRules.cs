using OpenIddict.Server;
using Prober.Lab.Provider.Management;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Refuses unknown clients and unregistered redirect URIs without redirecting (RFC 6749, 4.1.2.1).</summary>
internal sealed class AuthorizationRequestRules(Tenant tenant) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        var client = tenant.Clients.Find(context.ClientId);
        if (client is null)
        {
            Refuse(context, Errors.InvalidClient, $"Unknown client: {context.ClientId}");
        }
        else if (!client.CallbackUrls.Contains(context.RedirectUri, StringComparer.Ordinal))
        {
            Refuse(context, Errors.InvalidRequest,
                $"Callback URL mismatch. {context.RedirectUri} is not in the list of allowed callback URLs.");
        }

        return default;
    }

    private void Refuse(ValidateAuthorizationRequestContext context, string error, string description)
    {
        tenant.Log.Write("f", context.ClientId, username: null, description, LogDetails.OfError(error, description));
        context.Reject(error, description);
    }
}
