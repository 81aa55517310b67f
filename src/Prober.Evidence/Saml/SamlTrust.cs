using System.Security.Cryptography;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Evidence.Saml;

/// <summary>What is needed to judge messages that the messages themselves must not bring along.</summary>
/// <param name="Certificates">Whose signatures are believed.</param>
/// <param name="Keys">Private keys of the applications, for encrypted assertions.</param>
public sealed record SamlTrust(TrustedCertificates Certificates, IReadOnlyList<RSA> Keys)
{
    public static SamlTrust None { get; } = new(TrustedCertificates.Unknown, []);
}
