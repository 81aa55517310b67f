using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Billing's request forces a prompt.</summary>
internal sealed class SecondApplicationPromptsFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecondApplicationPrompts, "F103", "second-application-prompts",
        "Billing sends prompt=login and so asks for the password in spite of the session.", "sso-prompt-param")
    {
        MustNotFail = ["sso-same-browser", "session-cookie-established"],
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Billing
        ? application with { ExtraParameters = new Dictionary<string, string> { ["prompt"] = "login" } }
        : application;
}
