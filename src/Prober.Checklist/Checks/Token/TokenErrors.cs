using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Token;

/// <summary>What the errors of the token endpoint mean (RFC 6749 section 5.2) and what to do about each.</summary>
internal static class TokenErrors
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["invalid-grant"] = "the code was used before, is too old, or fits another verifier, redirect URI or client",
        ["invalid-client"] = "the client's secret or authentication method is wrong",
        ["client-not-allowed"] = "the client may not use this grant",
        ["cors"] = "the browser refused the answer, because the origin is not allowed",
        ["exchange-refused"] = "the token endpoint refused for another reason",
        ["exchange-failed"] = "the token endpoint answered with an error status and no error code",
    };

    public static Finding Explain(TokenExchange exchange, LoginTransaction login)
    {
        // A network that is down belongs to the check of the provider's availability.
        if (exchange.Error == "network") return Finding.Blocked("login-prompt-idp-available", "The token endpoint did not answer.");
        var endpoint = exchange.Entry.Request.Url.Split('?')[0];
        var reason = ReasonOf(exchange.Error!);
        var said = exchange.Error == "cors" ? "the browser refused the answer (CORS)"
            : $"{exchange.Error}{(exchange.Description is { } text ? $": {PageError.Clean(text)}" : "")}";
        var pointer = exchange.Error == "cors"
            ? EvidencePointer.Har(exchange.Entry.Index, "response.failure", exchange.Entry.Response.Failure)
            : EvidencePointer.Har(exchange.Entry.Index, "response.content.error", exchange.Error);
        return Finding.Fail(reason, $"The token request to {endpoint} failed: {said}.", pointer)
            with
        {
            Remedy = Remedy(reason, exchange, login),
            Fault = reason is "cors" or "invalid-client" or "client-not-allowed"
            ? FaultOwner.Configuration : null
        };
    }

    /// <summary>The same for an exchange between servers, of which only the provider's log tells.</summary>
    public static Finding Explain(LoggedEvent failure, LoginTransaction login)
    {
        var text = $"{failure.Event.Code} {failure.Event.Outcome} {failure.Event.Description} {failure.Detail("error", "message")}".ToLowerInvariant();
        var reason = text.Contains("secret", StringComparison.Ordinal) || text.Contains("client_credentials", StringComparison.Ordinal)
            || text.Contains("invalid_client", StringComparison.Ordinal) || text.Contains("assertion", StringComparison.Ordinal) ? "invalid-client"
            : text.Contains("grant", StringComparison.Ordinal) && text.Contains("not allowed", StringComparison.Ordinal) ? "client-not-allowed" : "invalid-grant";
        return Finding.Fail(reason, $"The application's exchange of the code failed: the identity provider's log says {failure.Words}.", failure.Pointer) with
        {
            Fault = reason == "invalid-grant" ? null : FaultOwner.Configuration,
            Remedy = reason switch
            {
                "invalid-client" => $"Give the application the current secret (and authentication method) of client {login.ClientId}.",
                "client-not-allowed" => $"Allow the grant authorization_code for client {login.ClientId}.",
                _ when text.Contains("verifier", StringComparison.Ordinal) || text.Contains("pkce", StringComparison.Ordinal) =>
                    "The code_verifier does not fit the challenge: see that the server that redeems the code is the one that asked for it (shared session behind a load balancer).",
                _ => "See whether the code was redeemed before (refresh of the callback, double initialisation), came too late, or with another redirect_uri than it was asked for.",
            },
        };
    }

    private static string ReasonOf(string error) => error switch
    {
        "invalid_grant" => "invalid-grant",
        "invalid_client" => "invalid-client",
        "unauthorized_client" or "unsupported_grant_type" => "client-not-allowed",
        "cors" => "cors",
        _ => error.StartsWith("http-", StringComparison.Ordinal) ? "exchange-failed" : "exchange-refused",
    };

    private static string? Remedy(string reason, TokenExchange exchange, LoginTransaction login) => reason switch
    {
        "invalid-grant" =>
            "See whether the code was exchanged before (double initialisation, refresh of the callback), came too late, or with another code_verifier or redirect_uri than it was asked for.",
        "invalid-client" =>
            $"Check the secret and the authentication method of client {login.ClientId}; a browser application must be registered as public.",
        "client-not-allowed" => $"Allow the grant {exchange.GrantType ?? "authorization_code"} for client {login.ClientId}.",
        "cors" => $"Add {Origin(exchange, login)} to the allowed origins (CORS, web origins) of client {login.ClientId}.",
        _ => null,
    };

    private static string Origin(TokenExchange exchange, LoginTransaction login) => exchange.Entry.Request.Headers["origin"]
        ?? (Uri.TryCreate(login.RedirectUri, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority)
            : "the application's origin");
}
