using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Prober.Tests.Evidence.Saml;

/// <summary>A SAML response as a provider signs it, in which a test changes one thing before or after the signing.</summary>
internal sealed record SignedResponse
{
    public const string Provider = "https://login.localhost:7000/samlp/metadata";
    public const string Service = "urn:example:portal";
    public const string Consumer = "https://portal.localhost:7001/saml/acs";
    public const string RequestId = "_request1";

    private static readonly Lazy<X509Certificate2> OwnCertificate = new(() => Create(new DateTimeOffset(2035, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    public static X509Certificate2 Certificate => OwnCertificate.Value;

    public DateTimeOffset Now { get; init; } = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    public string? Destination { get; init; } = Consumer;

    public string? InResponseTo { get; init; } = RequestId;

    public string Status { get; init; } = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>""";

    /// <summary>Null for an assertion that is restricted to nobody.</summary>
    public string? Audience { get; init; } = Service;

    public string? Recipient { get; init; } = Consumer;

    /// <summary>Network address to which the confirmation is bound; none as a rule.</summary>
    public string? Address { get; init; }

    public TimeSpan NotBefore { get; init; } = TimeSpan.FromMinutes(-1);

    public TimeSpan NotOnOrAfter { get; init; } = TimeSpan.FromMinutes(5);

    public string NameId { get; init; } = """<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice@example.com</saml:NameID>""";

    public string Attributes { get; init; } = Attribute("email", "alice@example.com") + Attribute("groups", "editors");

    public X509Certificate2 SignedBy { get; init; } = Certificate;

    public bool SignAssertion { get; init; } = true;

    public bool SignResponse { get; init; }

    /// <summary>Changes how it is signed.</summary>
    public Action<SignedXml>? Signing { get; init; }

    /// <summary>Runs on the finished text: an attacker, a proxy.</summary>
    public Func<string, string> Tamper { get; init; } = xml => xml;

    public static string Attribute(string name, string value) => $"<saml:Attribute Name=\"{name}\"><saml:AttributeValue>{value}</saml:AttributeValue></saml:Attribute>";

    public static X509Certificate2 Create(DateTimeOffset end)
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=login.localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), end);
    }

    /// <summary>An attack: a forged assertion, which applications read first, in front of the signed one.</summary>
    public static string Wrap(string xml)
    {
        var begin = xml.IndexOf("<saml:Assertion", StringComparison.Ordinal);
        var end = xml.IndexOf("</saml:Assertion>", StringComparison.Ordinal) + "</saml:Assertion>".Length;
        var signed = xml[begin..end];
        var signature = signed[signed.IndexOf("<Signature", StringComparison.Ordinal)..(signed.IndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length)];
        var forged = new StringBuilder(signed).Replace(signature, "").Replace("_assertion1", "_forged").Replace("alice@", "admin@").ToString();
        return xml[..begin] + forged + signed + xml[end..];
    }

    public string Xml()
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(Unsigned());
        var assertion = document.GetElementsByTagName("saml:Assertion").OfType<XmlElement>().FirstOrDefault();
        if (SignAssertion && assertion is not null) XmlSigning.Sign(assertion, SignedBy, change: Signing);
        if (SignResponse) XmlSigning.Sign(document.DocumentElement!, SignedBy, change: Signing);
        return Tamper(document.OuterXml);
    }

    public string Base64() => Convert.ToBase64String(Encoding.UTF8.GetBytes(Xml()));

    private string Unsigned() =>
        $"""
        <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_response1" Version="2.0" IssueInstant="{At(TimeSpan.Zero)}"{Optional("Destination", Destination)}{Optional("InResponseTo", InResponseTo)}>
          <saml:Issuer>{Provider}</saml:Issuer>
          <samlp:Status>{Status}</samlp:Status>
          {(Status.Contains("Success", StringComparison.Ordinal) ? AssertionXml() : "")}
        </samlp:Response>
        """;

    private string AssertionXml() =>
        $"""
        <saml:Assertion ID="_assertion1" Version="2.0" IssueInstant="{At(TimeSpan.Zero)}">
            <saml:Issuer>{Provider}</saml:Issuer>
            <saml:Subject>{NameId}
              <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData{Optional("Recipient", Recipient)}{Optional("Address", Address)} NotOnOrAfter="{At(NotOnOrAfter)}"{Optional("InResponseTo", InResponseTo)}/></saml:SubjectConfirmation>
            </saml:Subject>
            <saml:Conditions NotBefore="{At(NotBefore)}" NotOnOrAfter="{At(NotOnOrAfter)}">{(Audience is null ? "" : $"<saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction>")}</saml:Conditions>
            <saml:AuthnStatement AuthnInstant="{At(TimeSpan.Zero)}" SessionIndex="_session1"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>
            <saml:AttributeStatement>{Attributes}</saml:AttributeStatement>
          </saml:Assertion>
        """;

    private string At(TimeSpan offset) => (Now + offset).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Optional(string name, string? value) => value is null ? "" : $" {name}=\"{value}\"";
}
