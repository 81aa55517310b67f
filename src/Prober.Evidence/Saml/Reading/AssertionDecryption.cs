using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Prober.Evidence.Saml.Reading;

/// <summary>
/// Opens an encrypted assertion with the service provider's private key (xmlenc-core1): the content key by RSA, the content by AES in CBC or GCM
/// mode, or by Triple DES in CBC mode, which old providers still send. All are done by hand, because the platform's EncryptedXml knows no GCM, which current providers use.
/// </summary>
internal static class AssertionDecryption
{
    private const int GcmNonce = 12;
    private const int GcmTag = 16;

    /// <summary>Content algorithm, last part of its URI: <c>aes256-gcm</c>.</summary>
    public static string AlgorithmOf(XmlElement encrypted) =>
        encrypted.Child("EncryptedData").Child("EncryptionMethod").Attribute("Algorithm").LastPart() ?? "an unnamed algorithm";

    /// <summary>The assertion, or null when the key does not fit.</summary>
    public static XmlElement? Open(XmlElement encrypted, RSA key)
    {
        var data = encrypted.Child("EncryptedData");
        var wrapped = data.Child("KeyInfo").Child("EncryptedKey") ?? encrypted.Child("EncryptedKey");
        try
        {
            if (Cipher(wrapped) is not { } encryptedKey || Cipher(data) is not { } content) return null;
            var contentKey = key.Decrypt(encryptedKey, PaddingOf(wrapped));
            var algorithm = AlgorithmOf(encrypted);
            var plain = algorithm.EndsWith("-gcm", StringComparison.Ordinal) ? Gcm(contentKey, content) : Cbc(CipherOf(algorithm), contentKey, content);
            return SamlXml.Parse(Encoding.UTF8.GetString(plain)).Root;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? Cipher(XmlElement? element) =>
        element.Child("CipherData").Child("CipherValue").Text() is { } text ? Convert.FromBase64String(string.Concat(text.Where(character => !char.IsWhiteSpace(character)))) : null;

    private static RSAEncryptionPadding PaddingOf(XmlElement? wrapped)
    {
        var method = wrapped.Child("EncryptionMethod");
        if (method.Attribute("Algorithm").LastPart() == "rsa-1_5") return RSAEncryptionPadding.Pkcs1;
        return method.Child("DigestMethod").Attribute("Algorithm").LastPart() == "sha256" && method.Attribute("Algorithm").LastPart() == "rsa-oaep"
            ? RSAEncryptionPadding.OaepSHA256 : RSAEncryptionPadding.OaepSHA1;
    }

    private static byte[] Gcm(byte[] key, byte[] content)
    {
        if (content.Length < GcmNonce + GcmTag) throw new CryptographicException("the content is shorter than nonce and tag");
        var plain = new byte[content.Length - GcmNonce - GcmTag];
        using var gcm = new AesGcm(key, GcmTag);
        gcm.Decrypt(content.AsSpan(0, GcmNonce), content.AsSpan(GcmNonce, plain.Length), content.AsSpan(content.Length - GcmTag), plain);
        return plain;
    }

    private static SymmetricAlgorithm CipherOf(string algorithm) => algorithm switch
    {
#pragma warning disable CA5350 // Triple DES is weak, and the provider's choice: what it encrypted is read, nothing is encrypted with it.
        "tripledes-cbc" => TripleDES.Create(),
#pragma warning restore CA5350
        "aes128-cbc" or "aes192-cbc" or "aes256-cbc" => Aes.Create(),
        _ => throw new CryptographicException($"{algorithm} is no known way to encrypt"),
    };

    private static byte[] Cbc(SymmetricAlgorithm cipher, byte[] key, byte[] content)
    {
        using var owned = cipher;
        var block = cipher.BlockSize / 8;
        if (content.Length < 2 * block) throw new CryptographicException("the content is shorter than vector and block");
        cipher.Key = key;
        // The last byte tells how many to drop; the others are arbitrary (xmlenc-core1 5.2), which PKCS #7 would refuse.
        var padded = cipher.DecryptCbc(content.AsSpan(block), content.AsSpan(0, block), PaddingMode.None);
        return padded[..^Math.Clamp((int)padded[^1], 1, block)];
    }
}
