namespace Prober.Scenarios;

/// <summary>What an application that trusts the provider's assertions was given of it.</summary>
/// <param name="Metadata">Address or path of the provider's SAML metadata.</param>
/// <param name="Certificate">Path of its signing certificate in PEM or DER, where there is no metadata.</param>
public sealed record SamlProviderSettings(string? Metadata, string? Certificate);
