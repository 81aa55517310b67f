using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal is configured with another stage's client identifier.</summary>
internal sealed class UnknownClientFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UnknownClient, "F05", "unknown-client",
        "Portal sends a client_id that the identity provider does not know.", "login-prompt-request-valid")
    {
        MustNotFail = ["login-prompt-authorize-seen", "credentials-*"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { ClientId = "portal-staging" } : application;
}
