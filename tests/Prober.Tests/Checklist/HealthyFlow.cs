using Prober.Evidence.Session;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist;

/// <summary>
/// The exchanges of a healthy journey as Playwright records them: two server-side applications behind one identity provider
/// with an identifier-first login page.
/// </summary>
internal static class HealthyFlow
{
    public const string Portal = "https://portal.localhost:7001";
    public const string Billing = "https://billing.localhost:7002";
    public const string Provider = "https://login.localhost:7000";
    public const string LoginHtml = """<form method="post"><input type="hidden" name="state" value="x"><input id="username" name="username" type="text" autocomplete="username"></form>""";
    public const string PasswordHtml = """<form method="post"><input id="password" name="password" type="password" autocomplete="current-password"></form>""";

    public static string ProviderCookies { get; } = $"auth0={Fp("session")}; auth0_compat={Fp("session")}";

    public static string PortalCookie { get; } = $"portal.session={Fp("portal-session")}";

    public static IReadOnlyList<EvidenceStep> Steps =>
        [.. Login(), .. SecondTab(), .. SingleSignOn(), .. Logout(), .. SignedOut()];

    public static string Authorize(string application, string run) =>
        $"{Provider}/authorize?client_id={application}&redirect_uri={Uri.EscapeDataString(Host(application) + "/signin-oidc")}&response_type=code"
        + $"&scope=openid%20profile%20email&code_challenge={Fp("challenge-" + run)}&code_challenge_method=S256&nonce={Fp("nonce-" + run)}&state={Fp("state-" + run)}";

    public static string Callback(string application, string run) =>
        $"{Host(application)}/signin-oidc?code={Fp("code-" + run)}&state={Fp("state-" + run)}&iss={Uri.EscapeDataString(Provider + "/")}";

    private static string Host(string application) => application == "portal" ? Portal : Billing;

    private static IEnumerable<EvidenceStep> Login() =>
    [
        new("portal", "GET", $"{Portal}/", 200) { Body = "<h1>Portal</h1><a href=\"/login\">Log in</a>" },
        new EvidenceStep("portal-login", "GET", $"{Portal}/login", 302).Redirect(Authorize("portal", "1"))
            .Sets($".AspNetCore.Correlation.abc={FpOf("N")}; expires=Thu, 01 Jan 2026 10:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly")
            .Sets($".AspNetCore.OpenIdConnect.Nonce.xyz={FpOf("N")}; expires=Thu, 01 Jan 2026 10:15:00 GMT; path=/signin-oidc; secure; samesite=none; httponly"),
        new EvidenceStep("authorize", "GET", Authorize("portal", "1"), 302).Redirect($"/u/login/identifier?state={Fp("idp-1")}")
            .From("cross-site"),
        new EvidenceStep("identifier-page", "GET", $"{Provider}/u/login/identifier?state={Fp("idp-1")}", 200) { Body = LoginHtml }.From(
            "cross-site"),
        new("asset", "GET", $"{Provider}/assets/site.css", 200) { ResourceType = "stylesheet", MimeType = "text/css", Body = "body{}" },
        new EvidenceStep("identifier-post", "POST", $"{Provider}/u/login/identifier?state={Fp("idp-1")}",
            302) { Form = $"state={Fp("idp-1")}&username=probe%40example.com&action=default" }
            .Redirect($"/u/login/password?state={Fp("idp-1")}").From("same-origin"),
        new EvidenceStep("password-page", "GET", $"{Provider}/u/login/password?state={Fp("idp-1")}", 200) { Body = PasswordHtml }.From(
            "same-origin"),
        new EvidenceStep("password-post", "POST", $"{Provider}/u/login/password?state={Fp("idp-1")}",
            302) { Form = $"state={Fp("idp-1")}&username=probe%40example.com&password=***&action=default" }
            .Redirect($"/authorize/resume?state={Fp("idp-1")}").From("same-origin")
            .Sets($"auth0={Fp("session")}; max-age=259200; path=/; secure; samesite=none; httponly")
                .Sets($"auth0_compat={Fp("session")}; max-age=259200; path=/; secure; httponly"),
        new EvidenceStep("resume", "GET", $"{Provider}/authorize/resume?state={Fp("idp-1")}", 302).Redirect(Callback("portal", "1"))
            .From("same-origin").Sends(ProviderCookies),
        new EvidenceStep("callback", "GET", Callback("portal", "1"), 302).Redirect("/protected").From("cross-site")
            .Sends($".AspNetCore.Correlation.abc={FpOf("N")}; .AspNetCore.OpenIdConnect.Nonce.xyz={FpOf("N")}")
            .Sets(".AspNetCore.Correlation.abc=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/signin-oidc; secure; samesite=none")
            .Sets($"{PortalCookie}; path=/; secure; samesite=lax; httponly"),
        new EvidenceStep("portal-home", "GET", $"{Portal}/protected", 200) { Body = "<h1>Welcome Alice</h1>" }.From("cross-site")
            .Sends(PortalCookie),
    ];

    private static IEnumerable<EvidenceStep> SecondTab() => In(PhaseName.SecondTab, "page@2",
    [
        new EvidenceStep("second-tab", "GET", $"{Portal}/protected", 200) { Body = "<h1>Welcome Alice</h1>" }.From("cross-site")
            .Sends(PortalCookie),
        new EvidenceStep("provider-only", "GET", $"{Portal}/protected", 302) { Page = "page@3" }.From("cross-site")
            .Redirect(Authorize("portal", "2")),
        new EvidenceStep("provider-only-authorize", "GET", Authorize("portal", "2"), 302) { Page = "page@3" }.From("cross-site")
            .Sends(ProviderCookies).Redirect(Callback("portal", "2")),
        new EvidenceStep("provider-only-callback", "GET", Callback("portal", "2"), 302) { Page = "page@3" }.From("cross-site")
            .Redirect("/protected")
            .Sets($"portal.session={Fp("portal-session-2")}; path=/; secure; samesite=lax; httponly"),
        new EvidenceStep("provider-only-home", "GET", $"{Portal}/protected", 200) { Page = "page@3", Body = "<h1>Welcome Alice</h1>" }.From(
            "cross-site").Sends($"portal.session={Fp("portal-session-2")}"),
    ]);

    private static IEnumerable<EvidenceStep> SingleSignOn() => In(PhaseName.Sso, "page@1",
    [
        new EvidenceStep("billing", "GET", $"{Billing}/protected", 302).From("cross-site").Redirect(Authorize("billing", "3")),
        new EvidenceStep("billing-authorize", "GET", Authorize("billing", "3"), 302).From("cross-site").Sends(ProviderCookies)
            .Redirect(Callback("billing", "3")),
        new EvidenceStep("billing-callback", "GET", Callback("billing", "3"), 302).From("cross-site").Redirect("/protected")
            .Sets($"billing.session={Fp("billing-session")}; path=/; secure; samesite=lax; httponly"),
        new EvidenceStep("billing-home", "GET", $"{Billing}/protected", 200) { Body = "<h1>Invoices</h1>" }.From("cross-site")
            .Sends($"billing.session={Fp("billing-session")}"),
    ]);

    private static IEnumerable<EvidenceStep> Logout() => In(PhaseName.Logout, "page@1",
    [
        new EvidenceStep("logout", "GET", $"{Portal}/logout", 302).From("same-origin").Sends(PortalCookie)
            .Redirect($"{Provider}/oidc/logout?id_token_hint=jwt_{Fp("id-token")}&post_logout_redirect_uri={Uri.EscapeDataString(Portal + "/signed-out")}")
            .Sets("portal.session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=lax; httponly"),
        new EvidenceStep("end-session", "GET",
            $"{Provider}/oidc/logout?id_token_hint=jwt_{Fp("id-token")}&post_logout_redirect_uri={Uri.EscapeDataString(Portal + "/signed-out")}", 302)
            .From("cross-site").Sends(ProviderCookies).Redirect($"{Portal}/signed-out")
            .Sets("auth0=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; samesite=none; httponly")
                .Sets("auth0_compat=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/; secure; httponly"),
        new EvidenceStep("signed-out", "GET", $"{Portal}/signed-out", 200) { Body = "<h1>You are signed out</h1>" }.From("cross-site"),
    ]);

    private static IEnumerable<EvidenceStep> SignedOut() => In(PhaseName.SignedOut, "page@1",
    [
        new EvidenceStep("revisit", "GET", $"{Portal}/protected", 302).From("cross-site").Redirect(Authorize("portal", "4")),
        new EvidenceStep("revisit-authorize", "GET", Authorize("portal", "4"), 302).From("cross-site")
            .Redirect($"/u/login/identifier?state={Fp("idp-4")}"),
        new EvidenceStep("revisit-login-page", "GET", $"{Provider}/u/login/identifier?state={Fp("idp-4")}", 200) { Body = LoginHtml }.From(
            "cross-site"),
        new EvidenceStep("fresh-tab", "GET", $"{Billing}/protected", 302) { Page = "page@4" }.From("cross-site")
            .Redirect(Authorize("billing", "5")),
        new EvidenceStep("fresh-tab-authorize", "GET", Authorize("billing", "5"), 302) { Page = "page@4" }.From("cross-site")
            .Redirect($"/u/login/identifier?state={Fp("idp-5")}"),
        new EvidenceStep("fresh-tab-login-page", "GET", $"{Provider}/u/login/identifier?state={Fp("idp-5")}", 200) { Page = "page@4",
            Body = LoginHtml }.From("cross-site"),
    ]);

    private static IEnumerable<EvidenceStep> In(PhaseName phase, string page, IEnumerable<EvidenceStep> steps) =>
        steps.Select(step => step with { Phase = phase, Page = step.Page == "page@1" ? page : step.Page });
}
