using Microsoft.AspNetCore.Builder;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A guard stands before the callback and sends everybody without a session to the login.</summary>
internal sealed class CallbackProtectedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.CallbackProtected, "F42", "callback-protected",
        "Portal demands a login at its own callback, so the code is never looked at and the login goes round in circles.", "session-app-established")
    {
        MustNotFail = ["claims-*"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            if (context.Request.Path != application.CallbackPath)
                return next(context);

            context.Response.Redirect("/protected");
            return Task.CompletedTask;
        });
    }
}
