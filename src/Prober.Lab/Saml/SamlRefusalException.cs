namespace Prober.Lab.Saml;

/// <summary>A SAML message that is not believed, and why.</summary>
internal sealed class SamlRefusalException(string reason) : Exception(reason);
