using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Prober.Lab.Saml;

/// <summary>Messages in the query: deflated, base64, and signed over the encoded parameters rather than in the XML (saml-bindings, 3.4.4).</summary>
internal static class RedirectBinding
{
    private static readonly string[] Signed = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg"];

    public static string Url(string destination, string parameter, string xml, string? relayState, X509Certificate2? certificate)
    {
        var query = $"{parameter}={Uri.EscapeDataString(Convert.ToBase64String(Deflate(xml)))}";
        if (relayState is not null)
            query += "&RelayState=" + Uri.EscapeDataString(relayState);

        if (certificate is not null)
            query += "&SigAlg=" + Uri.EscapeDataString(SignedXml.XmlDsigRSASHA256Url);
        return $"{destination}?{(certificate is null ? query : $"{query}&Signature={Signature(query, certificate)}")}";
    }

    /// <exception cref="SamlRefusalException">It is neither base64 nor deflated.</exception>
    public static string Read(string value)
    {
        try
        {
            using var inflated = new DeflateStream(new MemoryStream(Convert.FromBase64String(value)), CompressionMode.Decompress);
            using var reader = new StreamReader(inflated);
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is FormatException or InvalidDataException)
        {
            throw new SamlRefusalException($"The message cannot be decoded: {exception.Message}");
        }
    }

    /// <summary>Whether the query, as it was sent, was signed by that certificate.</summary>
    public static bool IsSignedBy(HttpRequest request, X509Certificate2 trusted)
    {
        var parts = request.QueryString.Value!.TrimStart('?').Split('&');
        var signed = string.Join('&', Signed
            .Select(name => parts.FirstOrDefault(part => part.StartsWith(name + "=", StringComparison.Ordinal))).OfType<string>());
        using var key = trusted.GetRSAPublicKey();
        var signature = request.Query["Signature"].ToString();
        return signature.Length > 0 && request.Query["SigAlg"] == SignedXml.XmlDsigRSASHA256Url
            && key!.VerifyData(Encoding.ASCII.GetBytes(signed), Convert.FromBase64String(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static string Signature(string query, X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey();
        var signature = key!.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return Uri.EscapeDataString(Convert.ToBase64String(signature));
    }

    private static byte[] Deflate(string xml)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.Optimal))
            deflate.Write(Encoding.UTF8.GetBytes(xml));
        return target.ToArray();
    }
}
