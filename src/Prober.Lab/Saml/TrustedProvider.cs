using System.Security.Cryptography.X509Certificates;

namespace Prober.Lab.Saml;

/// <summary>An identity provider as a service provider has it configured.</summary>
internal sealed record TrustedProvider(string EntityId, string SingleSignOnService, string SingleLogoutService)
{
    /// <summary>The one certificate that is believed, whatever a message brings along.</summary>
    public required Func<X509Certificate2> Certificate { get; init; }
}
