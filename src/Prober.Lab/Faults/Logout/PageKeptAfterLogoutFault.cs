using Microsoft.AspNetCore.Builder;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>The browser may keep Portal's pages, so Back shows the last one without asking; no session is behind it.</summary>
internal sealed class PageKeptAfterLogoutFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.PageKeptAfterLogout, "F127", "page-kept-after-logout",
        "Portal's pages may be stored, so Back after logout shows one again; everybody is out all the same.", null)
    {
        MustNotFail = ["logout-session-ended"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.CacheControl = "no-cache";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
