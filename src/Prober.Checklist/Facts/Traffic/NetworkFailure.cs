namespace Prober.Checklist.Facts.Traffic;

/// <summary>Sorts the browser's own errors (https://source.chromium.org net_error_list.h; Firefox names them NS_ERROR_…).</summary>
internal static class NetworkFailure
{
    private static readonly string[] Noise =
        ["ERR_ABORTED", "ERR_BLOCKED_BY_CLIENT", "NS_BINDING_ABORTED", "ERR_CACHE_MISS", "ERR_UNKNOWN_URL_SCHEME"];

    private static readonly (string Text, string Kind)[] Kinds =
    [
        ("NAME_NOT_RESOLVED", "dns"), ("UNKNOWN_HOST", "dns"), ("CERT_", "tls"), ("SSL_", "tls"), ("NS_ERROR_NET_TIMEOUT", "timeout"),
            ("TIMED_OUT", "timeout"),
        ("CONNECTION_", "connect"), ("ADDRESS_", "connect"), ("NETWORK_", "connect"), ("PROXY", "proxy"), ("TUNNEL", "proxy"),
            ("EMPTY_RESPONSE", "connect"),
        ("INTERNET_DISCONNECTED", "connect"), ("NET_RESET", "connect"),
    ];

    /// <summary>A superseded navigation or an ad blocker: no fault of anybody.</summary>
    public static bool IsNoise(string? failure) =>
        failure is not null && Noise.Any(name => failure.Contains(name, StringComparison.OrdinalIgnoreCase));

    public static bool IsTooManyRedirects(string? failure) =>
        failure?.Contains("TOO_MANY_REDIRECTS", StringComparison.OrdinalIgnoreCase) == true;

    public static bool IsCors(string? failure) => failure is not null
        && (failure.EndsWith("ERR_FAILED", StringComparison.OrdinalIgnoreCase)
            || failure.Contains("CORS", StringComparison.OrdinalIgnoreCase));

    public static bool IsPolicy(string? failure) => failure is not null
        && (failure.Equals("csp", StringComparison.OrdinalIgnoreCase)
            || failure.Contains("BLOCKED_BY_CSP", StringComparison.OrdinalIgnoreCase)
            || failure.Contains("BLOCKED_BY_RESPONSE", StringComparison.OrdinalIgnoreCase)
                || failure.Contains("mixed", StringComparison.OrdinalIgnoreCase));

    /// <summary><c>dns</c>, <c>connect</c>, <c>tls</c>, <c>timeout</c> or <c>proxy</c>; null for what is no outage.</summary>
    public static string? Outage(string? failure) => failure is null ? null
        : Kinds.Where(kind => failure.Contains(kind.Text, StringComparison.OrdinalIgnoreCase)).Select(kind => kind.Kind).FirstOrDefault();
}
