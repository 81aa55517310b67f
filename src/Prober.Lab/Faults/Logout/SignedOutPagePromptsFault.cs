using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Logging out ends at a password prompt.</summary>
internal sealed class SignedOutPagePromptsFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SignedOutPagePrompts, "F124", "signed-out-page-prompts",
        "Portal's page after logout demands a login and so shows a login form.", "logout-landing-anonymous")
    {
        MustNotFail = ["logout-session-ended"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Portal ? application with { SignedOutIsProtected = true } : application;
}
