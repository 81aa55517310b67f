using System.Security.Cryptography.X509Certificates;
using System.Xml;
using Prober.Evidence.Saml.Reading;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Evidence.Saml.Metadata;

/// <summary>Reads an <c>EntityDescriptor</c>, or the first identity provider of an <c>EntitiesDescriptor</c>.</summary>
public static class SamlMetadataReader
{
    /// <summary>The metadata, or why the text holds none; of several providers the one with this entity ID, else the first.</summary>
    public static (SamlMetadata? Metadata, string? Error) Read(string xml, string? entityId = null)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var (root, error) = SamlXml.Parse(xml);
        if (root is null) return (null, error);
        var providers = Entities(root).Where(candidate => candidate.Child("IDPSSODescriptor") is not null).ToList();
        if (providers.Count == 0) return (null, "it describes no identity provider (there is no IDPSSODescriptor)");
        var entity = providers.FirstOrDefault(candidate => entityId is null || candidate.Attribute("entityID") == entityId);
        return entity is null ? (null, $"it describes no identity provider {entityId}, but {string.Join(", ", providers.Select(candidate => candidate.Attribute("entityID")).Take(5))}") : (Of(entity, root), null);
    }

    private static IEnumerable<XmlElement> Entities(XmlElement root) =>
        root.LocalName == "EntitiesDescriptor" ? root.Children("EntitiesDescriptor").SelectMany(Entities).Concat(root.Children("EntityDescriptor")) : [root];

    private static SamlMetadata Of(XmlElement entity, XmlElement root)
    {
        var role = entity.Child("IDPSSODescriptor");
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
            SingleSignOn = Endpoints(role, "SingleSignOnService"),
            SingleLogout = Endpoints(role, "SingleLogoutService"),
        };
    }

    private static IReadOnlyList<SamlEndpoint> Endpoints(XmlElement? role, string name) =>
        [.. role.Children(name).Select(service => new SamlEndpoint(service.Attribute("Binding").LastPart() ?? "", service.Attribute("Location") ?? ""))];
}
