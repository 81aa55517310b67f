namespace Prober.Evidence.Tokens;

/// <summary>Names under which tokens travel: parameters of OAuth 2.0 and OpenID Connect, and the spellings of browser SDKs in storage.</summary>
internal static class TokenNames
{
    /// <summary>The kind that a standard parameter name promises; null for a name that is none.</summary>
    public static TokenKind? KindOf(string name) => name switch
    {
        "id_token" => TokenKind.Id,
        "access_token" => TokenKind.Access,
        "refresh_token" => TokenKind.Refresh,
        "logout_token" => TokenKind.Logout,
        _ => null,
    };

    /// <summary>The same for members of SDKs' storage: <c>idToken</c>, <c>accessToken</c>, <c>IdToken</c>.</summary>
    public static TokenKind? KindOfStored(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant() switch
    {
        "idtoken" => TokenKind.Id,
        "accesstoken" => TokenKind.Access,
        "refreshtoken" => TokenKind.Refresh,
        _ => null,
    };
}
