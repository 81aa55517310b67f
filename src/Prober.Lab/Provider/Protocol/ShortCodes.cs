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

        // OpenIddict's link to its own documentation has no place in an answer of Auth0's shape.
        context.Response.ErrorUri = null;
        tenant.Fault.AlterAuthorizationResponse(context.Response);
        return default;
    }
}
