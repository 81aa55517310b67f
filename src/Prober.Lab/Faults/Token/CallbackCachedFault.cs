using Microsoft.AspNetCore.Builder;
using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>A cache before Portal keeps pages by their path alone, and answers the callback with somebody else's failure.</summary>
internal sealed class CallbackCachedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CallbackCached, "F66", "callback-cached",
        "Portal's callback is answered from a cache that knows nothing of this login.", "token-state-roundtrip")
    {
        Reason = "cached-callback",
        MustNotFail = ["claims-jwt-time"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            if (context.Request.Path != application.CallbackPath)
                return next(context);

            context.Response.Headers["X-Cache"] = "HIT";
            context.Response.Headers.Age = "312";
            return context.Response.WriteHtmlAsync(
                ApplicationLayout.Render(application.Name, "Sign-in failed", "<h1 role=\"alert\">Invalid state</h1>"), context.RequestAborted);
        });
    }
}
