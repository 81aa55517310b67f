using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Swaps the self-contained authorization code for a short one that works once.</summary>
internal sealed class ShortCodes(Tenant tenant) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.Response.Code is { } payload)
            context.Response.Code = tenant.Codes.Issue(payload);

        tenant.Fault.AlterAuthorizationResponse(context.Response);
        return default;
    }
}
