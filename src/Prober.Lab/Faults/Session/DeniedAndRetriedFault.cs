using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using OpenIddict.Abstractions;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A policy keeps the person out, and Portal answers each refusal by starting the next login.</summary>
internal sealed class DeniedAndRetriedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.DeniedAndRetried, "F43", "denied-and-retried",
        "The provider denies the login, and Portal tries again at once, round in circles.", "profile-rules-actions-ok")
    {
        MustNotFail = ["credentials-no-error-shown", "session-app-established"],
    };

    private const string Words = "Alice Archer is not assigned to Portal";

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => AuthorizationRefusal.In(response, "access_denied", Words);

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => AuthorizationRefusal.Logged(events, "f", Words);

    public override void AdjustOpenIdConnect(ApplicationProfile application, OpenIdConnectOptions options)
    {
        options.Events.OnAccessDenied = context =>
        {
            context.Response.Redirect("/login");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }
}
