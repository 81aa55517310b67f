using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Sso;

/// <summary>Whether a login on a mobile device runs in the system's browser, where its session is shared (RFC 8252).</summary>
public sealed class MobileBrowserFlow : Check
{
    public override CheckInfo Info { get; } = new(
        "sso-mobile-browser-flow", Stage.Sso, CheckClass.Root,
        "On a mobile device, does the login run in the system's browser?",
        "A web view or a form of the app's own has a cookie jar to itself, so single sign-on cannot work in it, and some providers refuse it.",
        "Use the system's browser: ASWebAuthenticationSession on iOS, Custom Tabs on Android, with code and PKCE.")
    {
        Owner = FaultOwner.Application,
        AnsweredBy = "a recording made on the device; emulation of a device proves nothing of a real web view",
        References = ["RFC 8252 section 8.12", "https://auth0.com/docs/authenticate/login/native-apps"],
        Reasons = new Dictionary<string, string>
        {
            ["system-browser"] = "the login ran in a browser of its own, with code and PKCE",
            ["web-view"] = "the login ran in a web view",
            ["native-form"] = "the app asked for the password itself",
            ["no-pkce"] = "the login ran in a browser, but without PKCE",
            ["desktop"] = "the login ran on no mobile device",
            ["not-expected"] = "the scenario says that every application asks for itself",
            ["no-user-agent"] = "the evidence names no user agent",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (!evidence.Expectations.SingleSignOn) return Finding.NotApplicable("not-expected", "The scenario expects every application to ask for itself.");
        var entries = evidence.Traffic.Entries.Where(entry => entry.Request.Headers["user-agent"] is { Length: > 0 }).ToList();
        if (entries.Count == 0) return Finding.Inconclusive("no-user-agent", "The evidence names no user agent.");
        var marks = MobileBrowsers.Default;
        if (entries.FirstOrDefault(entry => marks.WebViewOf(Agent(entry)) is not null) is { } view)
            return Finding.Fail("web-view", $"The login ran in {marks.WebViewOf(Agent(view))}, which shares no session with the system's browser.", Pointer(view));
        if (entries.FirstOrDefault(entry => marks.Mobile.Matches(Agent(entry))) is not { } mobile)
            return Finding.NotApplicable("desktop", "The login ran on no mobile device.");
        return NativeForm(evidence, marks) ?? OfBrowser(evidence, mobile);
    }

    private static Finding? NativeForm(EvidenceReader evidence, MobileBrowsers marks) =>
        evidence.Facts.TokenExchanges.FirstOrDefault(exchange => marks.NativeGrants.Matches(exchange.GrantType)) is { } exchange
            ? Finding.Fail("native-form", "The app asked for the password itself and sent it to the token endpoint, so no browser has a session.",
                EvidencePointer.Har(exchange.Entry.Index, "request.postData.grant_type", exchange.GrantType))
        : evidence.Traffic.Entries.FirstOrDefault(entry => entry.Request.Uri is { } uri && marks.NativePaths.Matches(uri.AbsolutePath)) is { } embedded
            ? Finding.Fail("native-form", "The app asked for the password itself (cross-origin login), so the provider's session is not shared.",
                EvidencePointer.Har(embedded.Index, "request.url", embedded.Request.Uri!.AbsolutePath))
        : null;

    private static Finding OfBrowser(EvidenceReader evidence, HarEntry mobile) =>
        evidence.Facts.Interactive.FirstOrDefault(login => login.Parameters.ContainsKey("client_id") && !login.Parameters.ContainsKey("code_challenge")
            && !login.Parameters.ContainsKey("request_uri") && login.Parameters.GetValueOrDefault("response_type") == "code") is { } bare
            ? Finding.Warn("no-pkce", "The login ran in a browser of its own, but without PKCE, so another app can take its code.",
                EvidencePointer.Har(bare.Authorization.Index, "request.query.code_challenge", "absent"))
            : Finding.Pass("system-browser", "The login ran in a browser of its own.", Pointer(mobile)) with { Confidence = Confidence.Medium };

    private static string Agent(HarEntry entry) => entry.Request.Headers["user-agent"]!;

    private static EvidencePointer Pointer(HarEntry entry) => EvidencePointer.Har(entry.Index, "request.headers.user-agent", PageError.Clean(Agent(entry)));
}
