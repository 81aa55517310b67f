using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist;

/// <summary>Healthy journeys of other kinds than the ordinary one: nothing may fail in any of them.</summary>
internal static class GoldenFlows
{
    public static IReadOnlyList<(string Name, Func<EvidenceBuilder> Build)> All { get; } =
    [
        ("live", EvidenceBuilder.Live),
        ("file", EvidenceBuilder.Har),
        ("federated", () => FederatedFlow.Begin()),
        ("federated file", () => FederatedFlow.Begin(live: false)),
        ("classic database", ClassicDatabase),
        ("pushed request", PushedRequest),
        ("refresh rotation", RefreshRotation),
        ("backend for frontend", BackendForFrontend),
        ("implicit", Implicit),
        ("hybrid by form post", HybridFormPost),
    ];

    /// <summary>Auth0's Classic page: an XHR takes the password, and a form posts to /login/callback although no upstream takes part.</summary>
    private static EvidenceBuilder ClassicDatabase()
    {
        var page = $"/login?state={Fp("idp-1")}&client=portal&protocol=oauth2";
        return EvidenceBuilder.Live()
            .Remove("identifier-post", "password-page")
            .Change("authorize", step => step.Redirect(page))
            .Change("identifier-page", step => step with { Url = HealthyFlow.Provider + page, Body = HealthyFlow.LoginHtml + HealthyFlow.PasswordHtml })
            .Change("password-post", step => new EvidenceStep("password-post", "POST", HealthyFlow.Provider + "/usernamepassword/login", 200)
            {
                ResourceType = "xhr",
                Json = """{"client_id":"portal","username":"***","password":"***"}""",
                Body = """<form method="post" action="/login/callback"><input type="hidden" name="wa" value="wsignin1.0"></form>""",
            }.From("same-origin"))
            .InsertAfter("password-post", new EvidenceStep("classic-callback", "POST", HealthyFlow.Provider + "/login/callback", 302)
            { Form = $"wa=wsignin1.0&wresult={Fp("wresult")}&wctx={Fp("wctx")}" }
                .From("same-origin").Redirect($"/authorize/resume?state={Fp("idp-1")}")
                .Sets($"auth0={Fp("session")}; max-age=259200; path=/; secure; samesite=none; httponly"));
    }

    /// <summary>RFC 9126: what is asked for was pushed by the server, and the browser carries only a reference.</summary>
    private static EvidenceBuilder PushedRequest()
    {
        var request = $"{HealthyFlow.Provider}/authorize?client_id=portal&request_uri={Uri.EscapeDataString("urn:ietf:params:oauth:request_uri:")}{Fp("par")}";
        return EvidenceBuilder.Live().Change("portal-login", step => step.Redirect(request)).Change("authorize", step => step with { Url = request });
    }

    private static EvidenceBuilder RefreshRotation() => EvidenceBuilder.Live().InsertAfter("portal-home",
        Fetch("refresh-1", "POST", HealthyFlow.Provider + "/oauth/token") with { Form = $"grant_type=refresh_token&refresh_token={Fp("r1")}&client_id=portal", Body = Rotated("r2") },
        Fetch("refresh-2", "POST", HealthyFlow.Provider + "/oauth/token") with { Form = $"grant_type=refresh_token&refresh_token={Fp("r2")}&client_id=portal", Body = Rotated("r3") });

    private static string Rotated(string token) => $$"""{"access_token":"{{Fp("access-" + token)}}","refresh_token":"{{Fp(token)}}","token_type":"Bearer","expires_in":300}""";

    /// <summary>The page asks its own server who is there: 401 before the login is no error.</summary>
    private static EvidenceBuilder BackendForFrontend() => EvidenceBuilder.Live()
        .InsertAfter("portal", Fetch("who-before", "GET", HealthyFlow.Portal + "/bff/user") with { Status = 401, Body = "" })
        .InsertAfter("portal-home", Fetch("who-after", "GET", HealthyFlow.Portal + "/bff/user").Sends(HealthyFlow.PortalCookie) with { Body = "[]" });

    private static EvidenceBuilder Implicit()
    {
        var request = HealthyFlow.Authorize("portal", "1").Replace("response_type=code", "response_type=id_token%20token", StringComparison.Ordinal);
        return EvidenceBuilder.Live()
            .Change("portal-login", step => step.Redirect(request))
            .Change("authorize", step => step with { Url = request })
            .Change("resume", step => step.Redirect($"{HealthyFlow.Portal}/signin-oidc#id_token=jwt_{Fp("id")}&access_token={Fp("access")}&token_type=Bearer&state={Fp("state-1")}"))
            .Change("callback", step => step with { Url = HealthyFlow.Portal + "/signin-oidc" });
    }

    private static EvidenceBuilder HybridFormPost()
    {
        var request = HealthyFlow.Authorize("portal", "1").Replace("response_type=code", "response_type=code%20id_token&response_mode=form_post", StringComparison.Ordinal);
        return EvidenceBuilder.Live()
            .Change("portal-login", step => step.Redirect(request))
            .Change("authorize", step => step with { Url = request })
            .Change("resume", step => step with
            {
                Status = 200,
                ResponseHeaders = [],
                Body = $"""<body onload="document.forms[0].submit()"><form method="post" action="{HealthyFlow.Portal}/signin-oidc"></form>""",
            })
            .Change("callback", step => step with
            {
                Method = "POST",
                Url = HealthyFlow.Portal + "/signin-oidc",
                Form = $"code={Fp("code-1")}&id_token=jwt_{Fp("id")}&state={Fp("state-1")}",
            });
    }

    private static EvidenceStep Fetch(string name, string method, string url) => new EvidenceStep(name, method, url, 200)
    {
        ResourceType = "fetch",
        MimeType = "application/json",
        ResponseHeaders = [new("cache-control", "no-store")],
    }.From(url.StartsWith(HealthyFlow.Portal, StringComparison.Ordinal) ? "same-origin" : "cross-site");
}
