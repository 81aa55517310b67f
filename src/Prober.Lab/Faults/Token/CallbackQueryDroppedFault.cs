using Microsoft.AspNetCore.Builder;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A proxy before Portal puts a slash behind every address and forgets what came after the question mark.</summary>
internal sealed class CallbackQueryDroppedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CallbackQueryDropped, "F62", "callback-query-dropped",
        "Portal's proxy redirects the callback to the same address with a slash and drops code and state.", "token-app-callback-seen")
    {
        Reason = "query-dropped",
        MustNotFail = ["token-state-roundtrip"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            if (context.Request.Path != application.CallbackPath)
                return next(context);

            context.Response.Redirect(application.CallbackPath + "/", permanent: true);
            return Task.CompletedTask;
        });
    }
}
