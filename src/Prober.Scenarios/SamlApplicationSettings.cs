namespace Prober.Scenarios;

/// <summary>An application as a SAML service provider or WS-Federation relying party.</summary>
/// <param name="EntityId">Its entity ID or realm, exact to the character.</param>
/// <param name="DecryptionKey">Path of its private key in PEM, for encrypted assertions; the key itself stays where it is.</param>
public sealed record SamlApplicationSettings(string? EntityId, string? DecryptionKey);
