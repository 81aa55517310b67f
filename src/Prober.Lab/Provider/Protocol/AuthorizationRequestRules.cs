using Microsoft.AspNetCore;
using OpenIddict.Server;
using Prober.Lab.Provider.Management;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Refuses repeated parameters, unknown clients and unregistered redirect URIs without redirecting (RFC 6749, 4.1.2.1).</summary>
internal sealed class AuthorizationRequestRules(Tenant tenant) : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        var client = tenant.Clients.Find(context.ClientId);
        if (Repeated(context) is { } parameter)
        {
            Refuse(context, Errors.InvalidRequest, $"Duplicate parameter: {parameter}");
        }
        else if (client is null)
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

    /// <summary>A parameter that stands twice in the address (RFC 6749, 3.1); RFC 8707 and token exchange allow it for the first two.</summary>
    private static string? Repeated(ValidateAuthorizationRequestContext context) => context.Transaction.GetHttpRequest()?.Query
        .Where(parameter => parameter.Key is not ("resource" or "audience") && parameter.Value.Count > 1).Select(parameter => parameter.Key).FirstOrDefault();

    private void Refuse(ValidateAuthorizationRequestContext context, string error, string description)
    {
        tenant.Log.Write("f", context.ClientId, username: null, description, LogDetails.OfError(error, description));
        context.Reject(error, description);
    }
}
