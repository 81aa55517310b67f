using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Swaps a short code back. An unknown or used one stays as it is, and OpenIddict answers <c>invalid_grant</c>.</summary>
internal sealed class CodeRedemption(Tenant tenant) : IOpenIddictServerHandler<ExtractTokenRequestContext>
{
    public ValueTask HandleAsync(ExtractTokenRequestContext context)
    {
        if (context.Request?.Code is { } code && tenant.Codes.Redeem(code) is { } payload)
            context.Request.Code = payload;

        return default;
    }
}
