using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Nobody tells Billing that the session has ended, so it lets the person stay.</summary>
internal sealed class SecondApplicationStaysInFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecondApplicationStaysIn, "F125", "second-application-stays-in",
        "Billing has no back-channel logout, so its own session outlives the logout at Portal.", "extra-single-logout")
    {
        Verdict = "warn",
        Reason = "still-in",
        MustNotFail = ["logout-session-ended"],
    };

    public override RegisteredClient Register(RegisteredClient client) =>
        client.Name == "Billing" ? client with { BackChannelLogoutUrl = null } : client;
}
