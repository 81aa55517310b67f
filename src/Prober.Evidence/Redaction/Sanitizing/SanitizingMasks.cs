using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Masks for a file that is read again from scratch: a JWT stays one, with header and non-personal claims and without its signature, and what
/// was a hash of a masked value (PKCE's challenge, <c>at_hash</c>) becomes the hash of its mask, so that both still fit, or still do not.
/// </summary>
internal sealed partial class SanitizingMasks
{
    private static readonly string[] Hashes = ["RS256", "RS384", "RS512"];

    private readonly Masks _masks;
    private readonly Fingerprint _fingerprint;
    private readonly SanitizeOptions _options;
    private readonly ClaimsRewriter _claims;
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SecretKind Kind, string Value, string? Algorithm)> _hashes = new(StringComparer.Ordinal);

    public SanitizingMasks(Fingerprint fingerprint, SanitizeOptions options)
    {
        (_masks, _fingerprint, _options) = (new(fingerprint), fingerprint, options);
        _claims = new(Of, options.KeptValues);
    }

    public string Of(SecretKind kind, string value)
    {
        if (_options.Keeps(kind) || value.Length == 0) return value;
        if (kind is SecretKind.Password or SecretKind.OneTimeCode or SecretKind.ClientSecret or SecretKind.Cookie || !JwtParts.LooksLikeJwt(value)) return Plain(kind, value);
        return _tokens.TryGetValue(value, out var known) ? known : _tokens[value] = Token(kind, value);
    }

    /// <summary>Of this value hashes may stand in the file.</summary>
    public void Hashed(SecretKind kind, string value)
    {
        if (kind == SecretKind.Verifier) _hashes.TryAdd(Challenge(value), (kind, value, null));
        if (kind is not (SecretKind.Token or SecretKind.Code or SecretKind.State)) return;
        foreach (var algorithm in Hashes) _hashes.TryAdd(TokenHash.Of(value, algorithm)!, (kind, value, algorithm));
    }

    /// <summary>A challenge whose verifier is in the file fits the verifier's mask afterwards; any other stays.</summary>
    public string Challenges(string text)
    {
        if (!text.Contains("code_challenge", StringComparison.OrdinalIgnoreCase)) return text;
        return ChallengeShape().Replace(text, match => _hashes.TryGetValue(match.Value, out var hash) && hash.Kind == SecretKind.Verifier ? Challenge(Of(hash.Kind, hash.Value)) : match.Value);
    }

    // Checks ask of a name identifier whether it is an e-mail address; RFC 2606 has a domain for those of nobody.
    private string Plain(SecretKind kind, string value)
    {
        var masked = _masks.Of(kind, value);
        return kind == SecretKind.Personal && masked != value && value.Contains('@', StringComparison.Ordinal) ? masked + "@masked.invalid" : masked;
    }

    private string Token(SecretKind kind, string value)
    {
        var parts = JwtParts.Decode(value);
        if (Masks.IsMasked(parts.Signature)) return value;
        if (parts.Header is null || parts.Claims is null) return _masks.Of(kind, value);
        var claims = _claims.Rewrite(parts.Claims);
        foreach (var name in (string[])["at_hash", "c_hash", "s_hash"])
        {
            if (parts.Claims[name] is JsonValue claimed && _hashes.TryGetValue(claimed.ToString(), out var of)) claims[name] = TokenHash.Of(Of(of.Kind, of.Value), of.Algorithm);
        }

        // The fingerprint in the signature's place carries the length of the whole token.
        var signature = parts.Signature.Length == 0 ? "" : _fingerprint.Of(value);
        return $"{value[..value.IndexOf('.', StringComparison.Ordinal)]}.{Base64Url.EncodeToString(JsonNodes.ToBytes(claims))}.{signature}";
    }

    // The base64url of a SHA-256 (RFC 7636 section 4.2), and nothing longer; before it may end an escape.
    [GeneratedRegex(@"(?:(?<![A-Za-z0-9_-])|(?<=%(?:25)*[0-9A-Fa-f]{2}|\\(?:x|u00)[0-9A-Fa-f]{2}))[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant)]
    private static partial Regex ChallengeShape();

    private static string Challenge(string verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
