using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Billing's back-channel logout address answers 400 to every message of the provider.</summary>
internal sealed class BackChannelLogoutRefusedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.BackChannelLogoutRefused, "F126", "back-channel-logout-refused",
        "Billing refuses the provider's back-channel logout message, and its session lives on.", "extra-single-logout")
    {
        Reason = "back-channel-failed",
        MustNotFail = ["logout-redirect-allowed"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Billing)
            return;

        site.Use((context, next) =>
        {
            if (context.Request.Path != BackChannelLogoutEndpoint.Path)
                return next(context);

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }
}
