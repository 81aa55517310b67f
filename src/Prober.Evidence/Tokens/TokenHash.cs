using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Prober.Evidence.Tokens;

/// <summary>The hash that binds an ID token to what came beside it (OIDC Core 3.1.3.6): base64url of the left half of the hash that the algorithm names.</summary>
public static class TokenHash
{
    /// <summary>Null for an algorithm that names no hash.</summary>
    public static string? Of(string value, string? algorithm)
    {
        ArgumentNullException.ThrowIfNull(value);
        var bytes = Encoding.ASCII.GetBytes(value);
        var hash = algorithm switch
        {
            "EdDSA" or "Ed25519" => SHA512.HashData(bytes),
            { Length: 5 } when algorithm.EndsWith("256", StringComparison.Ordinal) => SHA256.HashData(bytes),
            { Length: 5 } when algorithm.EndsWith("384", StringComparison.Ordinal) => SHA384.HashData(bytes),
            { Length: 5 } when algorithm.EndsWith("512", StringComparison.Ordinal) => SHA512.HashData(bytes),
            _ => null,
        };
        return hash is null ? null : Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}
