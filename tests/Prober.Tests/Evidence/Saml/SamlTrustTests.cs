using NUnit.Framework;
using Prober.Evidence.Saml;
using Prober.Evidence.Saml.Signatures;

namespace Prober.Tests.Evidence.Saml;

public sealed class SamlTrustTests
{
    private static readonly TrustedCertificates Provider = new([SignedResponse.Certificate]);
    private static readonly TrustedCertificates Upstream = new([SignedResponse.Create(new DateTimeOffset(2034, 1, 1, 0, 0, 0, TimeSpan.Zero))]);

    [Test]
    public void Each_issuer_is_judged_by_its_own_certificates_and_a_stranger_by_none()
    {
        var trust = new SamlTrust([new("urn:provider", Provider), new("urn:upstream", Upstream)], []);
        Assert.That(trust.Of("urn:provider").Certificates, Is.EqualTo(Provider.Certificates));
        Assert.That(trust.Of("urn:upstream").Certificates, Is.EqualTo(Upstream.Certificates));
        Assert.That(trust.Of("urn:stranger").Certificates, Is.Empty);
    }

    [Test]
    public void Where_one_party_alone_is_known_its_name_may_be_written_otherwise() =>
        Assert.That(new SamlTrust([new("urn:provider", Provider)], []).Of("https://provider/").Certificates, Is.EqualTo(Provider.Certificates));
}
