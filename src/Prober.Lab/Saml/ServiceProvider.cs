using System.Security.Cryptography.X509Certificates;

namespace Prober.Lab.Saml;

/// <summary>A service provider as an identity provider has it registered.</summary>
internal sealed record ServiceProvider(string EntityId, string AssertionConsumerService, string SingleLogoutService)
{
    /// <summary>Verifies its logout requests. Only asked for when one comes, since a certificate takes time to make.</summary>
    public required Func<X509Certificate2> Certificate { get; init; }
}
