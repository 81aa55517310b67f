using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Evidence.Session;

namespace Prober.Evidence.Tokens;

/// <summary>
/// Tokens that SDKs keep in web storage: bare, or deep in JSON as auth0-spa-js, oidc-client and MSAL write it. A member's name tells the
/// kind; a text that looks like a token is found under any name.
/// </summary>
internal static class StorageTokens
{
    public static IEnumerable<CapturedToken> Of(StorageSnapshot snapshot) =>
    [
        .. Of(snapshot, snapshot.LocalStorage, TokenPlace.LocalStorage),
        .. Of(snapshot, snapshot.SessionStorage, TokenPlace.SessionStorage),
    ];

    private static IEnumerable<CapturedToken> Of(StorageSnapshot snapshot, IReadOnlyDictionary<string, string> items, TokenPlace place)
    {
        foreach (var (key, value) in items)
        {
            foreach (var (kind, raw) in Find(value, key))
            {
                yield return TokenCapture.Of(kind, place, raw, null, key, snapshot.At);
            }
        }
    }

    private static IEnumerable<(TokenKind Kind, string Raw)> Find(string value, string key)
    {
        if (JsonTree.TryParseObject(value) is { } json) return OfObject(json);
        var named = TokenNames.KindOfStored(key);
        return value.Length > 0 && (named is not null || JwtParts.LooksLikeJwt(value)) ? [(named ?? TokenKind.Unknown, value)] : [];
    }

    private static IEnumerable<(TokenKind Kind, string Raw)> OfObject(JsonObject json)
    {
        // MSAL names the kind in a sibling: { "credentialType": "IdToken", "secret": "eyJ…" }.
        var sibling = Text(json["credentialType"]) is { } type ? TokenNames.KindOfStored(type) : null;
        foreach (var (name, value) in json)
        {
            var kind = TokenNames.KindOfStored(name) ?? (name == "secret" ? sibling : null);
            foreach (var token in OfNode(value, kind)) yield return token;
        }
    }

    private static IEnumerable<(TokenKind Kind, string Raw)> OfNode(JsonNode? node, TokenKind? kind) => node switch
    {
        JsonObject json => OfObject(json),
        JsonArray array => array.SelectMany(item => OfNode(item, kind)),
        _ when Text(node) is { Length: > 0 } text && (kind is not null || JwtParts.LooksLikeJwt(text)) => [(kind ?? TokenKind.Unknown, text)],
        _ => [],
    };

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
}
