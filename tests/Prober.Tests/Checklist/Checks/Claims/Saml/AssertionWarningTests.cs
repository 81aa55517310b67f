using System.Security.Cryptography.Xml;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

/// <summary>What works today and will not tomorrow, or nowhere strict.</summary>
public sealed class AssertionWarningTests
{
    private static readonly SignedResponse Good = new();

    private static IEnumerable<TestCaseData> Doubtful()
    {
        yield return Case("signature", "weak", Good with { Signing = signed => signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA1Url });
        yield return Case("destination", "missing-unsigned", Good with { Destination = null });
        yield return Case("destination", "only-spelling", Good with { Destination = "https://PORTAL.localhost:7001/saml/acs" });
        yield return Case("audience", "unrestricted", Good with { Audience = null });
        yield return Case("conditions", "within-allowance", Good with { NotBefore = TimeSpan.FromSeconds(30) });
        yield return Case("conditions", "long-window", Good with { NotOnOrAfter = TimeSpan.FromHours(9) });
        yield return Case("nameid", "transient", Good with { NameId = """<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">_x1</saml:NameID>""" });
    }

    [TestCaseSource(nameof(Doubtful))]
    public void A_doubt_is_a_warning(string check, string reason, object response)
    {
        var flow = new SamlFlow { Response = (SignedResponse)response, RequestNameId = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" };

        var result = flow.Ask(check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, reason)), result.Summary);
    }

    [Test]
    public void A_certificate_that_ends_within_a_month_is_told()
    {
        var certificate = SignedResponse.Create(new(2026, 1, 20, 0, 0, 0, TimeSpan.Zero));

        var result = new SamlFlow { Response = Good with { SignedBy = certificate }, Trusted = certificate }.Ask("claims-saml-signature");

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "certificate-ends")));
        Assert.That(result.Summary, Does.Contain("2026-01-20").And.Contain("19 days"));
    }

    [Test]
    public void A_group_that_the_scenario_names_must_be_among_the_values()
    {
        var flow = new SamlFlow { Expect = expected => expected with { Groups = ["editors"] } };

        Assert.That(flow.Ask("claims-saml-attributes").Verdict, Is.EqualTo(Verdict.Pass));
        Assert.That((flow with { Expect = expected => expected with { Groups = ["owners"] } }).Ask("claims-saml-attributes").Reason, Is.EqualTo("wrong-value"));
    }

    private static TestCaseData Case(string check, string reason, SignedResponse response) => new TestCaseData($"claims-saml-{check}", reason, response).SetArgDisplayNames(check, reason);
}
