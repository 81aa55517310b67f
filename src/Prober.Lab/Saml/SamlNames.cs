using System.Xml.Linq;

namespace Prober.Lab.Saml;

/// <summary>Namespaces and identifiers of SAML 2.0 (saml-core-2.0-os, saml-bindings-2.0-os).</summary>
internal static class SamlNames
{
    public static readonly XNamespace Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static readonly XNamespace Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static readonly XNamespace Metadata = "urn:oasis:names:tc:SAML:2.0:metadata";

    public const string Success = "urn:oasis:names:tc:SAML:2.0:status:Success";
    public const string Responder = "urn:oasis:names:tc:SAML:2.0:status:Responder";
    public const string AuthnFailed = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
    public const string NoPassive = "urn:oasis:names:tc:SAML:2.0:status:NoPassive";

    public const string EmailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    public const string PersistentFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    public const string BasicAttribute = "urn:oasis:names:tc:SAML:2.0:attrname-format:basic";
    public const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    public const string PasswordContext = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";

    public const string ByRedirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    public const string ByPost = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

    public const string EmailAttribute = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress";
    public const string NameAttribute = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name";
    public const string GroupsAttribute = "http://schemas.xmlsoap.org/claims/Group";

    /// <summary>An instant as xs:dateTime in UTC.</summary>
    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A message identifier; an xs:ID may not begin with a digit.</summary>
    public static string NewId() => "_" + Provider.Identifiers.New();
}
