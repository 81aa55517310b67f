using System.Security.Cryptography;
using System.Text;

namespace Prober.Monitor.Web.Access;

/// <summary>
/// Encrypts the keys that make the page's cookies, so that who reads the database, or a backup of it, cannot make himself an operator. The key is
/// derived from what all nodes are told of the login and the database is not: the client secret, else the tokens. Who may come is part of it,
/// so that a token that is taken away, or another rule, ends all logins that were made before.
/// </summary>
internal sealed class LoginKeyCipher
{
    /// <summary>A token that somebody thought up is worth guessing at: each guess costs this many rounds (NIST SP 800-132 section 5.2).</summary>
    private const int Rounds = 100_000;

    /// <summary>Bytes of AES-GCM's nonce and tag (NIST SP 800-38D section 5.2.1).</summary>
    private const int Nonce = 12, Tag = 16;

    private readonly byte[] _key;

    private LoginKeyCipher(byte[] secret, string rules) => _key = Rfc2898DeriveBytes.Pbkdf2(secret, SHA256.HashData(Encoding.UTF8.GetBytes(rules)), Rounds, HashAlgorithmName.SHA256, outputLength: 32);

    /// <summary>Null when there is no login, or none that has a secret: then nothing can be encrypted by what only the nodes know.</summary>
    public static LoginKeyCipher? Of(AccessOptions access)
    {
        var tokens = access.Tokens.Select(token => $"{token.Role} {Convert.ToHexString(token.Digest)}").Order(StringComparer.Ordinal).ToList();
        var secret = access.Provider?.ClientSecret?.Reveal() ?? (tokens.Count > 0 ? string.Join('\n', tokens) : null);
        return secret is null ? null : new(Encoding.UTF8.GetBytes(secret), string.Join('\n', [.. tokens, $"{access.Provider?.Issuer}", access.Provider?.ClientId, .. Rules(access)]));
    }

    /// <param name="text">What nobody else is to read.</param>
    /// <param name="name">Of the row; it cannot be put into another.</param>
    public string Encrypt(string text, string name)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var (nonce, tag, cipher) = (RandomNumberGenerator.GetBytes(Nonce), new byte[Tag], new byte[clear.Length]);
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(nonce, clear, cipher, tag, Encoding.UTF8.GetBytes(name));
        return Convert.ToBase64String([.. nonce, .. tag, .. cipher]);
    }

    /// <summary>Null when it was encrypted by another secret, for other rules, or changed.</summary>
    public string? Decrypt(string text, string name)
    {
        try
        {
            var message = Convert.FromBase64String(text);
            var clear = new byte[message.Length - Nonce - Tag];
            using var aes = new AesGcm(_key, Tag);
            aes.Decrypt(message[..Nonce], message[(Nonce + Tag)..], message[Nonce..(Nonce + Tag)], clear, Encoding.UTF8.GetBytes(name));
            return Encoding.UTF8.GetString(clear);
        }
        catch (Exception wrong) when (wrong is CryptographicException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Rules(AccessOptions access) => (access.Provider?.Rules ?? []).Select(rule => $"{rule}").Order(StringComparer.Ordinal);
}
