using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>A scope of another stage found its way into Portal's settings.</summary>
internal sealed class UnknownScopeFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UnknownScope, "F09", "unknown-scope",
        "Portal asks for a scope that the identity provider does not know.", "login-prompt-request-valid")
    {
        Reason = "unknown-scope",
        MustNotFail = ["token-returned"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Portal
        ? application with { Scopes = [.. application.Scopes, "invoices:read"] }
        : application;
}
