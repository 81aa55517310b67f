using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>Nothing lets the provider know the browser again.</summary>
internal sealed class SessionCookieMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SessionCookieMissing, "F38", "session-cookie-missing",
        "The identity provider never sets its session cookie.", "session-cookie-established")
    {
        MustNotFail = ["session-app-established"],
    };

    public override IReadOnlyList<OfferedCookie> SessionCookies(IReadOnlyList<OfferedCookie> cookies) => [];
}
