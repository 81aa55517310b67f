using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>Recognises an authorization request by its parameters alone, wherever it is sent (custom domains hide the vendor).</summary>
internal static class AuthorizationShape
{
    public static bool Matches(Exchange exchange) => IsOAuth(exchange) || FederationShape.IsLoginRequest(exchange);

    /// <summary>Where the answer is wanted, as far as the request tells.</summary>
    public static string? AnswerAddress(Exchange exchange) => exchange.Parameter("redirect_uri") ?? FederationShape.AnswerAddress(exchange);

    /// <summary>RFC 6749 section 4.1.1, with pushed (RFC 9126) and signed (RFC 9101) requests.</summary>
    public static bool IsOAuth(Exchange exchange) =>
        exchange.Has("client_id") && !exchange.Has("grant_type")
        && ((exchange.Has("response_type") && exchange.Has("redirect_uri")) || exchange.Has("request_uri") || exchange.Has("request"));

    public static bool IsTokenRequest(Exchange exchange) =>
        exchange.IsPost && (exchange.Form.Has("grant_type")
            || exchange.Entry.Request.PostData?.Text?.Contains("\"grant_type\"", StringComparison.Ordinal) == true);
}
