using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Pages;

namespace Prober.Lab;

/// <summary>The authorization endpoint is down while the rest of the provider stands.</summary>
internal sealed class ProviderUnavailableFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ProviderUnavailable, "F15", "provider-unavailable",
        "The identity provider answers 503 at its authorization endpoint.", "login-prompt-idp-available")
    {
        MustNotFail = ["login-prompt-customization-clean", "login-prompt-connection-enabled"],
    };

    public override void InFrontOfProvider(IApplicationBuilder provider) => provider.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments(Paths.Authorize))
            return next(context);

        context.Response.Headers.RetryAfter = "30";
        return context.Response.WriteHtmlAsync(
            ProviderLayout.Render("503 Service Unavailable", "<p>The service is temporarily unavailable.</p>"),
            context.RequestAborted, StatusCodes.Status503ServiceUnavailable);
    });
}
