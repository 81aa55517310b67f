using System.Security.Cryptography;
using System.Text;

namespace Prober.Tests.Evidence.Saml;

/// <summary>Encrypts the assertion of a response for a key, as providers do.</summary>
internal static class EncryptedAssertion
{
    public static string In(string xml, RSA key, string algorithm)
    {
        var begin = xml.IndexOf("<saml:Assertion", StringComparison.Ordinal);
        var end = xml.IndexOf("</saml:Assertion>", StringComparison.Ordinal) + "</saml:Assertion>".Length;
        // Inside the encryption the assertion stands alone and declares its own prefixes, as exclusive canonicalization writes it.
        var assertion = xml[begin..end].Replace("<saml:Assertion", "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", StringComparison.Ordinal);
        var contentKey = RandomNumberGenerator.GetBytes(algorithm switch { "aes256-gcm" => 32, "tripledes-cbc" => 24, _ => 16 });
        var content = algorithm.EndsWith("gcm", StringComparison.Ordinal) ? Gcm(contentKey, assertion) : Cbc(algorithm, contentKey, assertion);
        var space = algorithm.EndsWith("gcm", StringComparison.Ordinal) ? "http://www.w3.org/2009/xmlenc11#" : "http://www.w3.org/2001/04/xmlenc#";
        return xml[..begin] + $"""
            <saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"><xenc:EncryptionMethod Algorithm="{space}{algorithm}"/>
            <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>
            <xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(key.Encrypt(contentKey, RSAEncryptionPadding.OaepSHA1))}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo>
            <xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(content)}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>
            """ + xml[end..];
    }

    private static byte[] Gcm(byte[] key, string text)
    {
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(12), Encoding.UTF8.GetBytes(text));
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var gcm = new AesGcm(key, tag.Length);
        gcm.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. cipher, .. tag];
    }

    private static byte[] Cbc(string algorithm, byte[] key, string text)
    {
#pragma warning disable CA5350 // Old providers use it, so it must be read.
        using SymmetricAlgorithm cipher = algorithm == "tripledes-cbc" ? TripleDES.Create() : Aes.Create();
#pragma warning restore CA5350
        cipher.Key = key;
        return [.. cipher.IV, .. cipher.EncryptCbc(Encoding.UTF8.GetBytes(text), cipher.IV, PaddingMode.ISO10126)];
    }
}
