using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal looks for roles under a name that no token has, and finds none.</summary>
internal sealed class GroupsIgnoredFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.GroupsIgnored, "F111", "groups-ignored",
        "The token carries the groups, and Portal answers 403 to its own user.", "app-logs-attributes-received")
    {
        MustNotFail = ["token-required-info"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            if (context.Request.Path != "/me")
                return next(context);

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }
}
