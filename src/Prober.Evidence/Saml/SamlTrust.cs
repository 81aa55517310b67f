using System.Security.Cryptography;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Evidence.Saml;

/// <summary>What is needed to judge messages that the messages themselves must not bring along.</summary>
/// <param name="Issuers">Whose signatures are believed, and by which certificates.</param>
/// <param name="Keys">Private keys of the applications, for encrypted assertions.</param>
public sealed record SamlTrust(IReadOnlyList<TrustedIssuer> Issuers, IReadOnlyList<RSA> Keys)
{
    /// <summary>One party whose name is not known or does not matter: its certificates count for every issuer.</summary>
    public SamlTrust(TrustedCertificates certificates, IReadOnlyList<RSA> keys)
        : this([new(null, certificates)], keys)
    {
    }

    public static SamlTrust None { get; } = new([], []);

    /// <summary>
    /// The certificates that count for what an issuer says: its own where it is known, else those whose owner is not, else the only
    /// party's, whose name may be written otherwise. Where several are known and this is none of them, nothing vouches for it.
    /// </summary>
    public TrustedCertificates Of(string? issuer)
    {
        var own = Issuers.Where(known => known.EntityId is not null && known.EntityId == issuer).ToList();
        if (own.Count == 0) own = [.. Issuers.Where(known => known.EntityId is null)];
        if (own.Count == 0 && Issuers.Count == 1) own = [.. Issuers];
        return new([.. own.SelectMany(known => known.Certificates.Certificates)]);
    }
}

/// <summary>One party whose signatures are believed.</summary>
/// <param name="EntityId">Its name as issuer; null where only its certificate is known.</param>
/// <param name="Certificates">What its signatures are verified with.</param>
public sealed record TrustedIssuer(string? EntityId, TrustedCertificates Certificates);
