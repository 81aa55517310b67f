using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prober.Evidence.Har;

namespace Prober.Evidence.Tokens;

/// <summary>Tokens in response bodies: token endpoint (RFC 6749 section 5.1), UserInfo endpoint, web_message pages.</summary>
internal static partial class ResponseTokens
{
    public static IEnumerable<CapturedToken> Of(HarEntry entry)
    {
        if (entry.Response.Body is not { Length: > 0 } body) return [];
        if (entry.Response.MimeType == "application/jwt") return [TokenCapture.Of(TokenKind.UserInfo, TokenPlace.UserInfoResponse, body.Trim(), entry, entry.EndedAt)];
        if (JsonTree.TryParseObject(body) is { } json) return OfJson(json, entry);
        return MediaTypes.IsEvidence(entry.Response.MimeType) && body.Contains("postMessage", StringComparison.Ordinal) ? OfWebMessage(body, entry) : [];
    }

    private static List<CapturedToken> OfJson(JsonObject json, HarEntry entry)
    {
        var tokens = new List<CapturedToken>();
        foreach (var (name, value) in json)
        {
            if (TokenNames.KindOf(name) is { } kind && Text(value) is { Length: > 0 } raw) tokens.Add(TokenCapture.Of(kind, TokenPlace.TokenResponse, raw, entry, entry.EndedAt));
        }

        if (tokens.Count == 0 && IsUserInfo(json, entry)) tokens.Add(TokenCapture.OfUserInfo(json, entry));
        return tokens;
    }

    // "sub" is the one claim that a UserInfo response must have (OIDC Core 5.3.2); a bearer token or the path tells it from other JSON.
    private static bool IsUserInfo(JsonObject json, HarEntry entry) =>
        Text(json["sub"]) is not null && entry.Response.Status is >= 200 and < 300
        && (entry.Request.Headers["authorization"]?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) == true
            || UrlParts.Of(entry.Request.Url).Path.TrimEnd('/').EndsWith("/userinfo", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<CapturedToken> OfWebMessage(string body, HarEntry entry) =>
        from Match match in Member().Matches(body)
        select TokenCapture.Of(TokenNames.KindOf(match.Groups[1].Value)!.Value, TokenPlace.WebMessage, match.Groups[2].Value, entry, entry.EndedAt);

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    [GeneratedRegex("""["']?\b(id_token|access_token|refresh_token)["']?\s*[:=]\s*["']([A-Za-z0-9\-_.~+/=]{8,})["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
