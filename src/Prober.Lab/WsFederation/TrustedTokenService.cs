using System.Security.Cryptography.X509Certificates;

namespace Prober.Lab.WsFederation;

/// <summary>A security token service as a relying party has it configured.</summary>
/// <param name="Issuer">Who issues its assertions.</param>
/// <param name="Endpoint">Where people are sent to sign in and out.</param>
internal sealed record TrustedTokenService(string Issuer, string Endpoint)
{
    /// <summary>The one certificate that is believed, whatever a token brings along.</summary>
    public required Func<X509Certificate2> Certificate { get; init; }
}
