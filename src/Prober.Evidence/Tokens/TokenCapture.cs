using System.Text.Json.Nodes;
using Prober.Evidence.Har;

namespace Prober.Evidence.Tokens;

/// <summary>Makes <see cref="CapturedToken"/> values: decodes what decodes and says why the rest does not.</summary>
public static class TokenCapture
{
    public static CapturedToken Of(TokenKind kind, TokenPlace place, string raw, int? entry, string? location, DateTimeOffset seenAt)
    {
        var parts = JwtParts.Decode(raw);
        return new()
        {
            Kind = kind == TokenKind.Unknown ? KindOf(parts) : kind,
            Place = place,
            Entry = entry,
            Location = location,
            SeenAt = seenAt,
            Raw = raw,
            // A sanitized token says in its signature's place how long it was.
            Length = Redaction.Fingerprint.TryReadLength(parts.Signature, out var length) ? length : raw.Length,
            Header = parts.Header,
            Claims = parts.Claims,
            DecodeError = parts.Error,
            DuplicateKeys = parts.DuplicateKeys,
        };
    }

    internal static CapturedToken Of(TokenKind kind, TokenPlace place, string raw, HarEntry entry, DateTimeOffset seenAt) =>
        Of(kind, place, raw, entry.Index, UrlParts.Of(entry.Request.Url).Path, seenAt);

    /// <summary>A UserInfo response (OIDC Core 5.3.2) in plain JSON: claims without a token around them.</summary>
    internal static CapturedToken OfUserInfo(JsonObject claims, HarEntry entry) => new()
    {
        Kind = TokenKind.UserInfo,
        Place = TokenPlace.UserInfoResponse,
        Entry = entry.Index,
        Location = UrlParts.Of(entry.Request.Url).Path,
        SeenAt = entry.EndedAt,
        Claims = claims,
        Length = entry.Response.Body?.Length ?? 0,
    };

    // Where no name tells, the contents do: RFC 9068 section 2.1, OIDC Back-Channel Logout 2.4, OIDC Core 2 and 3.3.2.11.
    private static TokenKind KindOf(JwtParts parts)
    {
        var type = (parts.Header?["typ"] as JsonValue)?.ToString();
        if ("at+jwt".Equals(type, StringComparison.OrdinalIgnoreCase) || "application/at+jwt".Equals(type, StringComparison.OrdinalIgnoreCase)) return TokenKind.Access;
        if (parts.Claims is not { } claims) return TokenKind.Unknown;
        if (claims.ContainsKey("events")) return TokenKind.Logout;
        if (claims.ContainsKey("nonce") || claims.ContainsKey("at_hash") || claims.ContainsKey("c_hash")) return TokenKind.Id;
        return claims.ContainsKey("scope") || claims.ContainsKey("scp") ? TokenKind.Access : TokenKind.Unknown;
    }
}
