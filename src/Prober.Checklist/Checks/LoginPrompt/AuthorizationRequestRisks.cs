using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Redaction;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Weighs an authorization request that was sent: well-formed, and free of known risks (RFC 9700)?</summary>
internal static class AuthorizationRequestRisks
{
    private const int LongestUrl = 2048;

    public static Finding Judge(EvidenceReader evidence, LoginCourse course)
    {
        var first = course.Transactions[0];
        if (first.IsUnsolicited)
            return Finding.NotApplicable("other-flow", "The login was started by the provider with an answer that nobody asked for, so no request is due.",
                EvidencePointer.Har(first.Callback!.Index, "request.url", first.Callback.Request.Url.Split('?')[0]));
        var pointer = EvidencePointer.Har(first.Authorization.Index, "request.url", first.Authorization.Request.Url.Split('?')[0]);
        var risk = Risks(evidence, course, first).FirstOrDefault();
        return risk is null
            ? Finding.Pass("seen",
                $"The browser was sent to {first.Authorization.Request.Uri?.Authority} {Client(first)}.", pointer)
            : Finding.Warn(risk.Reason, risk.Summary, pointer) with { Remedy = risk.Remedy };
    }

    private static string Client(LoginTransaction request) =>
        request.Parameters.GetValueOrDefault("wtrealm") is { } realm ? $"with realm {realm}"
        : request.Protocol == LoginProtocol.Saml ? $"with a SAML request{(request.Parameters.GetValueOrDefault("Issuer") is { } entity ? $" of {entity}" : "")}"
        : request.ClientId is { } client ? $"with client {client}" : "with client (in the request object)";

    private static IEnumerable<RequestRisk> Risks(EvidenceReader evidence, LoginCourse course, LoginTransaction request)
    {
        var parameters = request.Parameters;
        var isOAuth = parameters.ContainsKey("client_id");
        var isOpaque = parameters.ContainsKey("request_uri") || parameters.ContainsKey("request");
        if (!isOAuth && !parameters.ContainsKey("SAMLRequest") && !parameters.ContainsKey("wtrealm"))
            yield return new RequestRisk("malformed", "The authorization request names no client.",
                "Set the client id in the application's settings.");
        if (request is { Protocol: LoginProtocol.Saml } && !parameters.ContainsKey("ID") && !Fingerprint.TryReadLength(parameters.GetValueOrDefault("SAMLRequest", ""), out _)
            && !evidence.Facts.Has("values-redacted"))
            yield return new RequestRisk("malformed", "What the application sent as SAMLRequest is no authentication request that can be read.",
                "Send an AuthnRequest: compressed with raw DEFLATE and base64 in the address, plain base64 in a form.");
        if (evidence.Facts.Transactions.Any(transaction =>
            transaction is { IsScriptCall: true, IsUpstream: false } && transaction.Parameters.GetValueOrDefault("prompt") != "none"))
            yield return new RequestRisk("authorize-called-by-xhr",
                "A script called the authorization endpoint before the page was sent there.",
                "Answer background requests of people who are not signed in with 401.");
        if (request.DuplicateParameters.Count > 0)
            yield return new RequestRisk("duplicate-parameters", $"The parameter {request.DuplicateParameters[0]} occurs more than once.",
                "Send every parameter once (RFC 6749 section 3.1).");
        if (!isOAuth || isOpaque) yield break;
        if (!parameters.ContainsKey("response_type"))
            yield return new RequestRisk("malformed", "The authorization request has no response_type.", "Ask for response_type=code.");
        foreach (var risk in OfSecurity(course, request)) yield return risk;
        if (evidence.Expectations.RequiredClaims.Count > 0 && !ScopeHas(request, "openid"))
            yield return new RequestRisk("no-openid",
                "Claims are expected, but the scope openid was not asked for, so no ID token will come.", "Add openid to the scope.");
        if (request.Authorization.Request.Url.Length > LongestUrl)
            yield return new RequestRisk("long-url",
                $"The authorization request is {request.Authorization.Request.Url.Length} characters long; some providers refuse more than {LongestUrl}.", "Use a pushed authorization request (RFC 9126).");
    }

    private static IEnumerable<RequestRisk> OfSecurity(LoginCourse course, LoginTransaction request)
    {
        var parameters = request.Parameters;
        var responseType = parameters.GetValueOrDefault("response_type", "");
        if (request.State is null && !parameters.ContainsKey("code_challenge"))
            yield return new RequestRisk("no-state-no-pkce",
                "The request carries neither state nor a PKCE challenge, so a stranger's answer would be accepted.",
                "Send state and use PKCE.");
        if (course.Transactions.Where(other =>
            other.State is not null && other.Authorization != request.Authorization && other.Callback is not null)
            .Any(other => other.State == request.State))
            yield return new RequestRisk("state-reused", "Two authorization requests carried the same state.",
                "Make a new random state for every request.");
        if (Uri.TryCreate(request.RedirectUri, UriKind.Absolute, out var uri) && uri.Scheme == "http"
            && !RegistrableDomain.IsTrustworthy(uri))
            yield return new RequestRisk("http-redirect-uri", $"The answer would travel over plain http to {uri.Host}.",
                "Use https; behind a proxy that ends TLS, forward X-Forwarded-Proto.");
        if (responseType.Split(' ').Contains("token") || responseType == "id_token")
            yield return new RequestRisk("implicit", $"response_type={responseType} puts tokens into the address bar.",
                "Use response_type=code with PKCE (RFC 9700 section 2.1.2).");
        if (responseType.Split(' ').Contains("id_token") && !parameters.ContainsKey("nonce"))
            yield return new RequestRisk("no-nonce", "An ID token is asked for in the front channel without a nonce.",
                "Send a nonce (OpenID Connect Core 3.2.2.1).");
        if (parameters.GetValueOrDefault("code_challenge_method") == "plain"
            || (parameters.ContainsKey("code_challenge") && !parameters.ContainsKey("code_challenge_method")))
            yield return new RequestRisk("plain-pkce", "The PKCE challenge is the verifier itself.", "Use code_challenge_method=S256.");
    }

    private static bool ScopeHas(LoginTransaction request, string scope) =>
        request.Parameters.GetValueOrDefault("scope", "").Split(' ').Contains(scope);
}

/// <summary>Something in an authorization request that works and should not stay so.</summary>
internal sealed record RequestRisk(string Reason, string Summary, string Remedy);
