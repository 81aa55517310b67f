using Prober.Evidence.Session;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks;

/// <summary>What the named faults look like in evidence: a healthy journey broken in one place.</summary>
internal static class FaultEvidence
{
    public const string Provider = HealthyFlow.Provider;
    public const string Portal = HealthyFlow.Portal;

    public static EvidenceBuilder Begin(bool live) => live ? EvidenceBuilder.Live() : EvidenceBuilder.Har();

    /// <summary>The provider shows its own error page instead of the login.</summary>
    public static EvidenceBuilder ErrorPage(bool live, int status, string error, string description) => Begin(live)
        .Change("authorize", step => step.Answers(status, ErrorHtml(error, description)))
        .EndLoginAt("authorize").RemoveTab(TabLook.Prompt)
        .AddTab(PhaseName.Login, TabLook.Prompt, TabState.Error, tab => tab with { Errors = [description], DocumentStatus = status });

    public static EvidenceBuilder UnknownClient(bool live) =>
        ErrorPage(live, 400, "invalid_request", "The specified 'client_id' is invalid.");

    public static EvidenceBuilder RedirectUri(bool live, string registered) =>
        ErrorPage(live, 400, "invalid_request", "The specified 'redirect_uri' is not valid for this client application.")
            .Expect(expected => expected with
            {
                Applications =
                [new() { Name = "portal", Url = Portal + "/", ClientId = "portal", CallbackUrls = [registered] }]
            });

    public static EvidenceBuilder Unavailable(bool live) =>
        Begin(live).Change("authorize", step => step.Answers(503, "<h1>503 Service Unavailable</h1>"))
        .EndLoginAt("authorize").RemoveTab(TabLook.Prompt)
            .AddTab(PhaseName.Login, TabLook.Prompt, TabState.Error, tab => tab with { DocumentStatus = 503 });

    public static EvidenceBuilder DeadButton(bool live) =>
        Begin(live).EndLoginAt("portal", Step("script", "GET", $"{Portal}/assets/portal.4f7a91.js", 404, "Not Found")
        with
        { ResourceType = "script", MimeType = "text/plain" })
        .RemoveTab(TabLook.Prompt).AddTab(PhaseName.Login, TabLook.Prompt, TabState.Anonymous, tab => tab with { Url = Portal + "/" });

    public static EvidenceBuilder ConnectionDisabled(bool live)
    {
        var request = HealthyFlow.Authorize("portal", "1") + "&connection=Username-Password-Authentication";
        var answer =
            $"{Portal}/signin-oidc?error=invalid_request&error_description=the%20connection%20was%20disabled&state={Fp("state-1")}";
        return Begin(live).Change("portal-login", step => step.Redirect(request))
            .Change("authorize", step => (step with { Url = request }).Redirect(answer))
            .EndLoginAt("authorize", Step("callback", "GET", answer, 500, "<h1 role=\"alert\">We could not sign you in</h1>"))
            .RemoveTab(TabLook.Prompt).AddTab(PhaseName.Login, TabLook.Prompt, TabState.Error, tab =>
                tab with { Url = Portal + "/signin-oidc" });
    }

    public static EvidenceBuilder ScriptBlocked(bool live)
    {
        var builder = Begin(live).Change("identifier-page", step =>
            step with
            {
                Body =
            "<html><head><title>Log in</title></head><body><div id=\"root\"></div><script src=\"/assets/login.js\"></script></body></html>"
            })
            .EndLoginAt("identifier-page",
                (Step("login-script", "GET", $"{Provider}/assets/login.js", 0, null) with { ResourceType = "script" }).Fails("csp"))
            .RemoveTab(TabLook.Prompt).AddTab(PhaseName.Login, TabLook.Prompt, TabState.Blank);
        return live ? builder.Console("identifier-page", ConsoleKind.Error,
            "Loading the script 'https://login.localhost:7000/assets/login.js' violates the following Content Security Policy directive: \"script-src 'none'\".", Provider + "/u/login/identifier") : builder;
    }

    public static EvidenceBuilder WrongPassword(bool live, int status = 400, string text = "Wrong email or password") => Begin(live)
        .Change("password-post", step =>
            step.WithoutCookies().Answers(status, HealthyFlow.PasswordHtml
            + $"<span class=\"ulp-input-error-message\" id=\"error-element-password\" role=\"alert\">{text}</span>"))
        .EndLoginAt("password-post")
        .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Prompted, tab =>
            tab with { Url = Provider + "/u/login/password", Controls = ["password"], Errors = [text] });

    /// <summary>The provider's session is gone after the login; the application's own is not.</summary>
    public static EvidenceBuilder NoProviderSession(bool live, Func<EvidenceStep, EvidenceStep> offer)
    {
        var builder = live ? EvidenceBuilder.Live() : EvidenceBuilder.Har();
        builder.Change("password-post", offer);
        if (!live)
        {
            return builder.InsertAfter("portal-home",
                Step("again", "GET", $"{Portal}/login", 302, null).Redirect(HealthyFlow.Authorize("portal", "9")) with { AfterMs = 60_000 },
                Step("again-authorize", "GET", HealthyFlow.Authorize("portal", "9"), 302, null)
                    .Redirect($"/u/login/identifier?state={Fp("idp-9")}").From("cross-site").Sends("did=" + Fp("did")),
                Step("again-page", "GET", $"{Provider}/u/login/identifier?state={Fp("idp-9")}", 200, HealthyFlow.LoginHtml));
        }

        return builder.Keep(PhaseName.Login, PhaseName.SecondTab).Remove("provider-only-callback", "provider-only-home")
            .Expect(expected => expected with { Journey = [PhaseName.Login, PhaseName.SecondTab] })
            .Change("provider-only-authorize", step => step.WithoutCookies().Redirect($"/u/login/identifier?state={Fp("idp-2")}"))
            .InsertAfter("provider-only-authorize",
                Step("provider-only-page", "GET", $"{Provider}/u/login/identifier?state={Fp("idp-2")}", 200, HealthyFlow.LoginHtml)
                with
                { Page = "page@3" })
            .ChangeTab(TabLook.ProviderSessionOnly, tab =>
                tab with
                {
                    State = TabState.Prompted,
                    Controls = ["identifier"],
                    SignedInMarker = false,
                    Url = Provider
                + "/u/login/identifier"
                });
    }

    /// <summary>The application's cookie is not kept, so its page asks for a login again and again.</summary>
    public static EvidenceBuilder Loop(bool live, string cookie, string portal = "http://portal.example.test:7001")
    {
        string There(string url) => url.Replace(Portal, portal, StringComparison.Ordinal)
            .Replace(Uri.EscapeDataString(Portal), Uri.EscapeDataString(portal), StringComparison.Ordinal);
        var steps = new List<EvidenceStep>();
        for (var round = 10; round < 14; round++)
        {
            var authorize = There(HealthyFlow.Authorize("portal", $"{round}"));
            var callback = There(HealthyFlow.Callback("portal", $"{round}"));
            steps.Add(Step($"protected-{round}", "GET", $"{portal}/protected", 302, null).Redirect(authorize)
                .Sets($".AspNetCore.Correlation.{round}={FpOf("N")}; path=/signin-oidc; samesite=lax; httponly"));
            steps.Add(Step($"authorize-{round}", "GET", authorize, 302, null).Redirect(callback).Sends(HealthyFlow.ProviderCookies));
            steps.Add(Step($"callback-{round}", "GET", callback, 302, null).Redirect("/protected")
                .Sends($".AspNetCore.Correlation.{round}={FpOf("N")}").Sets(cookie));
        }

        return Begin(live).ChangeAll(step => step with
        {
            Url = There(step.Url),
            RequestHeaders = [.. step.RequestHeaders.Where(header => header.Name != "sec-fetch-site")],
            ResponseHeaders = [.. step.ResponseHeaders.Select(header =>
                    header.Name == "location" ? header with { Value = There(header.Value) } : header)],
        })
            .Change("callback", step => step.WithoutCookies().Sends($".AspNetCore.Correlation.abc={FpOf("N")}").Sets(cookie))
            .Change("portal-login", step =>
                step.WithoutCookies().Sets($".AspNetCore.Correlation.abc={FpOf("N")}; path=/signin-oidc; samesite=lax; httponly"))
            .EndLoginAt("callback", [.. steps])
            .Expect(expected => expected with
            {
                Applications = live
                ? [new() { Name = "portal", Url = portal + "/", ProtectedUrl = portal + "/protected", ClientId = "portal" }] : []
            })
            .AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Undecided, tab =>
                tab with { Url = portal + "/protected", VisibleTextLength = 0 });
    }

    public static EvidenceBuilder StateMismatch(bool live)
    {
        var answer = HealthyFlow.Callback("portal", "1").Replace(Fp("state-1"), Fp("another-state"), StringComparison.Ordinal);
        return Begin(live).Change("resume", step => step.Redirect(answer))
            .Change("callback", step => (step with { Url = answer }).WithoutCookies().Sends($".AspNetCore.Correlation.abc={FpOf("N")}")
                .Answers(500, "<h1 role=\"alert\">We could not sign you in</h1>"))
            .EndLoginAt("callback").AddTab(PhaseName.Login, TabLook.AfterCredentials, TabState.Error, tab =>
                tab with { Url = Portal + "/signin-oidc", Errors = ["We could not sign you in"], DocumentStatus = 500 });
    }

    /// <summary>A single-page application that redeems its code in the browser.</summary>
    public static EvidenceBuilder BrowserApplication(bool live, params IReadOnlyList<EvidenceStep> exchanges) =>
        Begin(live).Keep(PhaseName.Login)
        .Change("callback", step => step.WithoutCookies().Answers(200, "<div id=\"app\"></div>")).Remove("portal-home")
        .InsertAfter("callback", exchanges)
        .Expect(expected => live ? expected with { Journey = [PhaseName.Login] } : expected);

    public static EvidenceStep Redeem(string name, int status, string body) => new(name, "POST", $"{Provider}/oauth/token", status)
    {
        ResourceType = "fetch",
        Form = $"grant_type=authorization_code&client_id=portal&code={Fp("code-1")}&code_verifier={Fp("verifier")}&redirect_uri={Uri.EscapeDataString(Portal + "/signin-oidc")}",
        MimeType = "application/json",
        Body = body,
        RequestHeaders = [new("origin", Portal)],
        ResponseHeaders = [new("cache-control", "no-store"), new("content-type", "application/json")],
    };

    public static string TokenBody { get; } =
        $"{{\"access_token\":\"{Fp("access")}\",\"id_token\":\"jwt_{Fp("id-token")}\",\"token_type\":\"Bearer\",\"expires_in\":3600}}";

    public static EvidenceStep Step(string name, string method, string url, int status, string? body) =>
        new(name, method, url, status) { Body = body };

    public static string ErrorHtml(string error, string description) =>
        $"<h1>Oops!, something went wrong</h1><p class=\"lead\" id=\"error-description\">{description.Replace("'", "&#x27;", StringComparison.Ordinal)}</p><dl><dt>error</dt><dd data-error=\"{error}\">{error}</dd></dl>";
}
