using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Prober.Lab.Provider.Protocol;

/// <summary>Puts the stored authorization request back in place when a login comes to <c>/authorize/resume</c>.</summary>
internal sealed class ResumedRequest(Tenant tenant) : IOpenIddictServerHandler<ExtractAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ExtractAuthorizationRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!;
        if (http.Path != Paths.Resume)
            return default;

        if (tenant.Transactions.Find(http.Query["state"]) is { } transaction)
            context.Request = new OpenIddictRequest(transaction.Request.GetParameters());
        else
            context.Reject("invalid_request", "We couldn't find your session. Please go back to the application and try again.");

        return default;
    }
}
