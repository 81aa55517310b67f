using Prober.Checklist;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>The stories of <c>Recording/sites.mjs</c>.</summary>
internal static class RecordedStories
{
    private static readonly string[] Whole = ["login", "sso", "logout", "signedOut"], LoginAlone = ["login"];

    public static IReadOnlyList<RecordedStory> All { get; } =
    [
        new("lab-healthy", Verdict.Pass) { Journey = Whole },
        new("lab-notes", Verdict.Pass) { Journey = Whole },
        new("lab-f06", Verdict.Fail, "login-prompt-request-valid", "redirect-uri-not-registered") { Journey = LoginAlone },
        new("lab-f38", Verdict.Fail, "session-cookie-established", "never-offered") { Journey = ["login", "sso"], WithoutCookies = (Verdict.Fail, "sso-second-app-login", "prompted") },
        new("lab-f83", Verdict.Fail, "claims-jwt-time", "expired") { Journey = LoginAlone },
        new("oidc-provider-healthy", Verdict.Warn) { Journey = Whole },
        new("oidc-provider-f07", Verdict.Fail, "login-prompt-request-valid", "redirect-uri-not-registered") { Journey = LoginAlone },
        new("oidc-provider-f63", Verdict.Fail, "token-state-roundtrip", "cookie-path") { Journey = LoginAlone, WithoutCookies = (Verdict.Fail, "token-app-callback-seen", "http-error") },
    ];
}
