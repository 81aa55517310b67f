using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Prober.Lab.Applications;

namespace Prober.Lab;

/// <summary>Portal's session cookie cannot be kept at an untrusted http name.</summary>
internal sealed class SecureCookieOverHttpFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.SecureCookieOverHttp, "F41", "secure-cookie-over-http",
        "Portal sets its cookie Secure over plain http; the browser refuses it and the login goes round in circles.", "session-app-established")
    {
        MustNotFail = ["session-cookie-established", "token-state-roundtrip"],
        ScenarioTweak = "The browser needs LabHost.BrowserArguments, since Portal is at a .test name.",
    };

    public override LabOptions Prepare(LabOptions options) => options with { TestNames = true, Https = false };

    public override void AdjustCookie(ApplicationProfile application, CookieAuthenticationOptions options)
    {
        if (application.Kind is ApplicationKind.Portal)
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
    }
}
