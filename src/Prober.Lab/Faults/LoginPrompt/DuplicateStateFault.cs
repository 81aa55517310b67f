using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Two layers of Portal each add a state of their own (RFC 6749, 3.1 forbids a parameter twice).</summary>
internal sealed class DuplicateStateFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.DuplicateState, "F11", "duplicate-state",
        "Portal's authorization request carries the parameter state twice.", "login-prompt-request-valid")
    {
        MustNotFail = ["token-state-roundtrip"],
    };

    public override void InFrontOfApplication(ApplicationProfile application, IApplicationBuilder site)
    {
        if (application.Kind is not ApplicationKind.Portal)
            return;

        site.Use((context, next) =>
        {
            context.Response.OnStarting(() => AddStateAsync(context.Response, new Uri(application.Issuer, Paths.Authorize).AbsoluteUri));
            return next(context);
        });
    }

    private static Task AddStateAsync(HttpResponse response, string authorizationEndpoint)
    {
        var target = response.Headers.Location.ToString();
        if (target.StartsWith(authorizationEndpoint, StringComparison.Ordinal))
            response.Headers.Location = $"{target}&state={Identifiers.New()}";
        return Task.CompletedTask;
    }
}
