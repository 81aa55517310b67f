using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>The session cookie is offered in a form no browser takes.</summary>
internal sealed class SessionCookieInsecureFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SessionCookieInsecure, "F37", "session-cookie-insecure",
        "The provider's session cookie says SameSite=None without Secure, so browsers refuse it.", "session-cookie-established")
    {
        MustNotFail = ["sso-prompt-param", "token-*"],
    };

    public override IReadOnlyList<OfferedCookie> SessionCookies(IReadOnlyList<OfferedCookie> cookies) =>
        [.. cookies.Where(cookie => cookie.Name == SessionCookie.Name).Select(WithoutSecure)];

    private static OfferedCookie WithoutSecure(OfferedCookie cookie)
    {
        cookie.Options.Secure = false;
        return cookie;
    }
}
