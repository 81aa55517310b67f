using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;
using Prober.Lab.Provider;

namespace Prober.Lab;

/// <summary>
/// The provider's cookies go with pages and not with frames of other sites, as where a browser blocks third-party cookies: silent requests
/// fail and visible ones succeed. SameSite=Lax does the same in every browser, without a flag.
/// </summary>
internal sealed class ThirdPartyCookiesBlockedFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.ThirdPartyCookiesBlocked, "F109", "third-party-cookies-blocked",
        "The provider's cookies are kept from Notes' hidden frame, which is told login_required; a visible request is answered.", "session-cookie-established")
    {
        Verdict = "warn",
        Reason = "third-party-cookies",
        MustNotFail = ["session-cookie-established", "session-second-tab"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override IReadOnlyList<OfferedCookie> SessionCookies(IReadOnlyList<OfferedCookie> cookies)
    {
        foreach (var cookie in cookies) cookie.Options.SameSite = SameSiteMode.Lax;
        return cookies;
    }

    public override ApplicationProfile Wire(ApplicationProfile application) =>
        application.Kind is ApplicationKind.Notes ? application with { Browser = application.Browser with { SilentFirst = true } } : application;
}
