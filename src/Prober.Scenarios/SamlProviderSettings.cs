namespace Prober.Scenarios;

/// <summary>What an application that trusts the provider's assertions was given of it.</summary>
/// <param name="Metadata">Address or path of the provider's SAML metadata.</param>
/// <param name="Certificate">Path of its signing certificate in PEM or DER, where there is no metadata.</param>
/// <param name="EntityId">Its entity ID, which picks it out of metadata of several.</param>
public sealed record SamlProviderSettings(string? Metadata, string? Certificate, string? EntityId = null)
{
    /// <summary>The metadata's address; null when it is a file or there is none.</summary>
    public Uri? MetadataAddress => Metadata?.Contains("://", StringComparison.Ordinal) == true ? new(Metadata) : null;
}
