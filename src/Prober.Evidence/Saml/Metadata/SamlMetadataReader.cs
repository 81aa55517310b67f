using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Prober.Evidence.Saml.Reading;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Evidence.Saml.Metadata;

/// <summary>
/// Reads an <c>EntityDescriptor</c>, or the first identity provider of an <c>EntitiesDescriptor</c>. A provider that speaks only
/// WS-Federation describes itself as a security token service (WS-Federation 1.2, 3.1.2), which is read as well.
/// </summary>
public static class SamlMetadataReader
{
    /// <summary>The metadata, or why the text holds none; of several providers the one with this entity ID, else the first.</summary>
    public static (SamlMetadata? Metadata, string? Error) Read(string xml, string? entityId = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var (root, error) = SamlXml.Parse(xml);
        if (root is null) return (null, error);
        var providers = Entities(root).Where(candidate => RoleOf(candidate) is not null).ToList();
        if (providers.Count == 0) return (null, "it describes no identity provider (there is no IDPSSODescriptor, nor a RoleDescriptor of the type SecurityTokenServiceType)");
        var entity = providers.FirstOrDefault(candidate => entityId is null || candidate.Attribute("entityID") == entityId);
        return entity is null ? (null, $"it describes no identity provider {entityId}, but {string.Join(", ", providers.Select(candidate => candidate.Attribute("entityID")).Take(5))}") : (Of(entity, root), null);
    }

    private static IEnumerable<XmlElement> Entities(XmlElement root) =>
        root.LocalName == "EntitiesDescriptor" ? root.Children("EntitiesDescriptor").SelectMany(Entities).Concat(root.Children("EntityDescriptor")) : [root];

    private static XmlElement? RoleOf(XmlElement entity) => entity.Child("IDPSSODescriptor") ?? TokenServicesOf(entity).FirstOrDefault();

    private static IEnumerable<XmlElement> TokenServicesOf(XmlElement entity) => entity.Children("RoleDescriptor")
        .Where(role => role.GetAttribute("type", "http://www.w3.org/2001/XMLSchema-instance").LastPart() == "SecurityTokenServiceType");

    private static IEnumerable<SamlEndpoint> PassiveEndpoints(XmlElement entity) => TokenServicesOf(entity)
        .SelectMany(service => service.Children("PassiveRequestorEndpoint")).SelectMany(endpoint => endpoint.Children("EndpointReference"))
        .Select(reference => new SamlEndpoint("WS-Federation", reference.Child("Address").Text() ?? ""));

    private static SamlMetadata Of(XmlElement entity, XmlElement root)
    {
        var role = RoleOf(entity);
        var certificates = role.Children("KeyDescriptor").Where(key => key.Attribute("use") != "encryption")
            .Select(key => key.Child("KeyInfo").Child("X509Data").Child("X509Certificate").Text()).OfType<string>()
            .Select(text => string.Concat(text.Where(character => !char.IsWhiteSpace(character)))).Distinct().ToList();
        return new()
        {
            EntityId = entity.Attribute("entityID"),
            ValidUntil = entity.Instant("validUntil") ?? root.Instant("validUntil"),
            SigningCertificates = certificates,
            CertificateExpiry = certificates.Select(TrustedCertificates.Read).OfType<X509Certificate2>().DistinctBy(TrustedCertificates.ThumbprintOf)
                .ToDictionary(TrustedCertificates.ThumbprintOf, certificate => new DateTimeOffset(certificate.NotAfter.ToUniversalTime(), TimeSpan.Zero)),
            SingleSignOn = [.. Endpoints(role, "SingleSignOnService"), .. PassiveEndpoints(entity)],
            SingleLogout = Endpoints(role, "SingleLogoutService"),
        };
    }

    private static IReadOnlyList<SamlEndpoint> Endpoints(XmlElement? role, string name) =>
        [.. role.Children(name).Select(service => new SamlEndpoint(service.Attribute("Binding").LastPart() ?? "", service.Attribute("Location") ?? ""))];
}
