namespace Prober.Evidence.Saml;

/// <summary>One attribute statement's attribute.</summary>
/// <param name="Name">As sent; for SAML 1.1 the namespace and the name joined by a slash, as relying parties see it.</param>
/// <param name="FriendlyName">The name for people, when there is one.</param>
/// <param name="Format">How the name is to be read (saml-core-2.0-os 8.2).</param>
/// <param name="Values">Fingerprints in a stored bundle; an empty value stays empty.</param>
public sealed record AssertedClaim(string Name, string? FriendlyName, string? Format, IReadOnlyList<string> Values);
