using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>People use Portal at www; the registered callback is at the bare name, where the cookie with the state is not.</summary>
internal sealed class CallbackOnOtherHostFault : FaultBehaviour
{
    private const string Www = "www.";

    public override FaultInfo Info { get; } = new(
        Fault.CallbackOnOtherHost, "F65", "callback-on-other-host",
        "Portal sends everybody to its www name and names the callback at the other.", "token-state-roundtrip")
    {
        Reason = "host-changed",
        MustNotFail = ["session-*"],
    };

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        var wired = options.Events.OnRedirectToIdentityProvider;
        options.Events.OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = application.Url(application.CallbackPath);
            return wired(context);
        };
    }

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            var request = context.Request;
            var isPage = HttpMethods.IsGet(request.Method) && request.Path != application.CallbackPath;
            if (!isPage || request.Host.Host.StartsWith(Www, StringComparison.OrdinalIgnoreCase))
                return next(context);

            context.Response.Redirect($"{request.Scheme}://{Www}{request.Host}{request.Path}{request.QueryString}");
            return Task.CompletedTask;
        });
    }
}
