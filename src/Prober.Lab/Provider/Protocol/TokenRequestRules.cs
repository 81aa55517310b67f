using System.Security.Cryptography;
using System.Text;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Checks who redeems a code: a known client, and the right secret where the client has one.</summary>
internal sealed class TokenRequestRules(Tenant tenant) : IOpenIddictServerHandler<ValidateTokenRequestContext>
{
    public ValueTask HandleAsync(ValidateTokenRequestContext context)
    {
        var client = tenant.Clients.Find(context.ClientId);
        if (client is null || !HasRightSecret(client, context.ClientSecret))
        {
            tenant.Log.Write("feacft", context.ClientId, username: null, "Unauthorized");
            context.Reject(Errors.InvalidClient, "Unauthorized");
        }

        return default;
    }

    private static bool HasRightSecret(RegisteredClient client, string? secret) =>
        client.Secret is null
        || CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(client.Secret), Encoding.UTF8.GetBytes(secret ?? ""));
}
