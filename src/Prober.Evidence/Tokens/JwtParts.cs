using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Evidence.Tokens;

/// <summary>A JSON Web Token (RFC 7519) taken apart without trust: strict in its decoding, and never throwing, because it reads what others sent.</summary>
public sealed record JwtParts
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>3 for a JWS, 5 for a JWE; anything else is no token.</summary>
    public required int PartCount { get; init; }

    public JsonObject? Header { get; init; }

    /// <summary>The claims; null for a JWE, which only its audience can open.</summary>
    public JsonObject? Claims { get; init; }

    /// <summary>The third part as it stood; empty for <c>alg=none</c>.</summary>
    public string Signature { get; init; } = "";

    /// <summary>Member names that occur twice, with their place: <c>header.alg</c>, <c>claims.email</c>. Parsers differ in which one they take.</summary>
    public IReadOnlyList<string> DuplicateKeys { get; init; } = [];

    /// <summary>Why it does not decode, in one clause that never quotes the token; null when it does.</summary>
    public string? Error { get; init; }

    public bool IsEncrypted => PartCount == 5;

    /// <summary>True when the third part can be a signature at all; sanitizers write the word "redacted" there.</summary>
    public bool SignatureIsBase64Url => Signature.Length >= 16 && !Redaction.Masks.IsMasked(Signature) && TryDecode(Signature, out _);

    public string? Algorithm => Text(Header, "alg");

    public string? KeyId => Text(Header, "kid");

    /// <summary>True for a text that has the shape of a token, without decoding it whole.</summary>
    public static bool LooksLikeJwt(string? text) => text is { Length: > 20 } && text.StartsWith("eyJ", StringComparison.Ordinal) && text.Count('.') is 2 or 4;

    public static JwtParts Decode(string? token)
    {
        var parts = (token ?? "").Trim().Split('.');
        if (parts.Length is not (3 or 5)) return new() { PartCount = parts.Length, Error = $"it has {Count(parts.Length)}; a signed token has 3 and an encrypted one 5" };
        var duplicates = new List<string>();
        var header = DecodeObject(parts[0], "header", duplicates, out var error);
        var claims = parts.Length == 5 || header is null ? null : DecodeObject(parts[1], "claims", duplicates, out error);
        return new()
        {
            PartCount = parts.Length,
            Header = header,
            Claims = claims,
            Signature = parts.Length == 3 ? parts[2] : "",
            DuplicateKeys = duplicates,
            Error = error,
        };
    }

    private static string Count(int parts) => parts == 1 ? "1 part" : $"{parts} parts";

    private static string? Text(JsonObject? from, string name) =>
        from?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static JsonObject? DecodeObject(string part, string place, List<string> duplicates, out string? error)
    {
        error = null;
        if (!TryDecode(part, out var bytes))
        {
            error = $"its {place} is not base64url";
            return null;
        }

        try
        {
            var json = StrictUtf8.GetString(bytes);
            var read = JsonTree.Parse(json, place, duplicates) as JsonObject;
            error = read is null ? $"its {place} is not a JSON object" : null;
            return read;
        }
        catch (DecoderFallbackException)
        {
            error = $"its {place} is not UTF-8";
        }
        catch (JsonException)
        {
            error = $"its {place} is not JSON";
        }

        return null;
    }

    private static bool TryDecode(string part, out byte[] bytes)
    {
        bytes = [];
        // Base64Url of the framework takes padding and white space too; RFC 7515 section 2 allows neither.
        if (part.AsSpan().ContainsAny("= \t\r\n") || !Base64Url.IsValid(part)) return false;
        bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        var valid = Base64Url.TryDecodeFromChars(part, bytes, out var count);
        Array.Resize(ref bytes, count);
        return valid;
    }
}
