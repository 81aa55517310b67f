namespace Prober.Evidence.Saml.Metadata;

/// <summary>One address of a role.</summary>
/// <param name="Binding">Last part of the binding's URN: <c>HTTP-POST</c>, <c>HTTP-Redirect</c>; <c>WS-Federation</c> for a passive requestor endpoint.</param>
/// <param name="Location">Where.</param>
public sealed record SamlEndpoint(string Binding, string Location);
