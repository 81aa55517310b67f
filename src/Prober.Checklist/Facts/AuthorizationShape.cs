namespace Prober.Checklist.Facts;

/// <summary>Recognises an authorization request by its parameters alone, wherever it is sent (custom domains hide the vendor).</summary>
internal static class AuthorizationShape
{
    public static bool Matches(Exchange exchange) => IsOAuth(exchange) || IsSaml(exchange) || exchange.Parameter("wa") == "wsignin1.0";

    /// <summary>RFC 6749 section 4.1.1, with pushed (RFC 9126) and signed (RFC 9101) requests.</summary>
    public static bool IsOAuth(Exchange exchange) =>
        exchange.Has("client_id") && !exchange.Has("grant_type")
        && ((exchange.Has("response_type") && exchange.Has("redirect_uri")) || exchange.Has("request_uri") || exchange.Has("request"));

    private static bool IsSaml(Exchange exchange) =>
        exchange.Has("SAMLRequest") && !exchange.Path.Contains("logout", StringComparison.OrdinalIgnoreCase)
            && !exchange.Path.Contains("slo", StringComparison.OrdinalIgnoreCase);

    public static bool IsTokenRequest(Exchange exchange) =>
        exchange.IsPost && (exchange.Form.Has("grant_type")
            || exchange.Entry.Request.PostData?.Text?.Contains("\"grant_type\"", StringComparison.Ordinal) == true);
}
