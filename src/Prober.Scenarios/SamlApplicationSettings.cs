namespace Prober.Scenarios;

/// <summary>An application as a SAML service provider or WS-Federation relying party.</summary>
/// <param name="EntityId">Its entity ID or realm, exact to the character.</param>
/// <param name="DecryptionKey">Path of its private key in PEM, for encrypted assertions; the key itself stays where it is.</param>
/// <param name="ConsumerService">Its assertion consumer service (or wreply), exact; null when unknown.</param>
/// <param name="ProviderStarted">Whether it takes a login that the provider starts; null when not said.</param>
public sealed record SamlApplicationSettings(string? EntityId, string? DecryptionKey, string? ConsumerService = null, bool? ProviderStarted = null);
