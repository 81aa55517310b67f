using System.Text;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

/// <summary>The assertion family: one thing broken in a signed response, one check that names it, and the rest quiet.</summary>
public sealed class AssertionCheckTests
{
    private static readonly string[] Family =
    [
        "claims-saml-decodes", "claims-saml-status", "claims-saml-signature", "claims-saml-destination", "claims-saml-in-response-to",
        "claims-saml-subject-confirmation", "claims-saml-audience", "claims-saml-conditions", "claims-saml-nameid", "claims-saml-attributes",
    ];

    private static IEnumerable<TestCaseData> Broken()
    {
        var good = new SignedResponse();
        yield return Case("decodes", "undecodable", new() { Value = good.Base64()[..^101] });
        yield return Case("decodes", "undecodable", new() { Response = good with { Tamper = xml => "<!DOCTYPE r [<!ENTITY e \"x\">]>" + xml } });
        yield return Case("status", "authn-failed", new()
        {
            Response = good with { Status = """<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Responder"><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"/></samlp:StatusCode>""" },
        });
        yield return Case("signature", "unsigned", new() { Response = good with { SignAssertion = false } });
        yield return Case("signature", "invalid", new() { Response = good with { Tamper = xml => xml.Replace("alice@", "admin@", StringComparison.Ordinal) } });
        yield return Case("signature", "other-certificate", new() { Response = good with { SignedBy = SignedResponse.Create(new(2034, 1, 1, 0, 0, 0, TimeSpan.Zero)) } });
        yield return Case("signature", "wrapped", new() { Response = good with { Tamper = Wrap } });
        yield return Case("destination", "differs", new() { Response = good with { Destination = "http://portal.localhost:7001/saml/acs" } });
        yield return Case("in-response-to", "other-request", new() { Response = good with { InResponseTo = "_request2" } });
        yield return Case("in-response-to", "missing", new() { Response = good with { InResponseTo = null } });
        yield return Case("subject-confirmation", "recipient", new() { Response = good with { Recipient = "https://other.localhost/saml/acs" } });
        yield return Case("audience", "other-audience", new() { Response = good with { Audience = "urn:example:portal/" } });
        yield return Case("conditions", "not-yet-valid", new() { Response = good with { NotBefore = TimeSpan.FromMinutes(3) } });
        yield return Case("nameid", "missing", new() { Response = good with { NameId = "" } });
        yield return Case("nameid", "not-an-email", new() { Response = good with { NameId = """<saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">alice</saml:NameID>""" } });
        yield return Case("attributes", "missing", new() { Response = good with { Attributes = SignedResponse.Attribute("email", "alice@example.com") } });
        yield return Case("attributes", "wrong-value", new() { Response = good with { Attributes = SignedResponse.Attribute("email", "alice@elsewhere.org") + SignedResponse.Attribute("groups", "editors") } });
    }

    [TestCaseSource(nameof(Broken))]
    public void What_is_broken_has_the_headline_and_the_rest_of_the_family_is_quiet(string check, string reason, object flow)
    {
        var report = ((SamlFlow)flow).Judge();

        var story = string.Join("\n", report.Checks.Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.BlockedBy} {result.Summary}"));
        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((check, reason)), story);
            Assert.That(report.Checks.Where(result => Family.Contains(result.Id) && result.Verdict is Verdict.Fail or Verdict.Error).Select(result => result.Id), Is.EqualTo([check]), story);
            Assert.That(report.Headline!.Evidence, Is.Not.Empty);
        });
    }

    [Test]
    public void A_healthy_login_passes_every_check_and_nothing_else_is_red()
    {
        var report = new SamlFlow().Judge();

        var story = string.Join("\n", report.Checks.Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.Summary}"));
        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Where(result => Family.Contains(result.Id)).Select(result => (result.Id, result.Verdict)), Is.EqualTo(Family.Select(id => (id, Verdict.Pass))), story);
            Assert.That(report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Warn or Verdict.Error).Select(result => result.Id), Is.Empty, story);
        });
    }

    [Test]
    public void A_login_that_the_provider_started_has_no_request_to_answer()
    {
        var report = new SamlFlow { IsUnsolicited = true, Response = new() { InResponseTo = null }, Expect = expected => expected with { Applications = [expected.Applications[0] with { EntityId = SignedResponse.Service }] } }.Judge();

        var story = string.Join("\n", report.Checks.Select(result => $"{result.Id} {result.Verdict} {result.Reason} {result.Summary}"));
        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Single(result => result.Id == "claims-saml-in-response-to").Verdict, Is.EqualTo(Verdict.NotApplicable), story);
            Assert.That(report.Checks.Single(result => result.Id == "claims-saml-audience").Verdict, Is.EqualTo(Verdict.Pass), story);
            Assert.That(report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Error).Select(result => result.Id), Is.Empty, story);
        });
    }

    [Test]
    public void A_certificate_that_nobody_vouches_for_is_a_warning() =>
        Assert.That(new SamlFlow { KnowsCertificate = false }.Ask("claims-saml-signature").Reason, Is.EqualTo("untrusted"));

    [Test]
    public void Blanks_in_place_of_pluses_are_mended_and_told() =>
        Assert.That(new SamlFlow { Value = new SignedResponse().Base64().Insert(40, " ").Insert(80, "\r\n") }.Ask("claims-saml-decodes").Reason, Is.EqualTo("stray-white-space").Or.EqualTo("undecodable"));

    [Test]
    public void A_login_by_OpenID_Connect_has_no_assertion_to_judge() =>
        Assert.That(EvidenceBuilder.Har().With(bundle => bundle with { Assertions = Prober.Evidence.Captured.Of<IReadOnlyList<Prober.Evidence.Saml.SamlMessage>>([]) }).Ask("claims-saml-decodes").Verdict,
            Is.EqualTo(Verdict.NotApplicable));

    // The signed assertion moves behind a forged one that applications read first.
    private static string Wrap(string xml)
    {
        var begin = xml.IndexOf("<saml:Assertion", StringComparison.Ordinal);
        var end = xml.IndexOf("</saml:Assertion>", StringComparison.Ordinal) + "</saml:Assertion>".Length;
        var signed = xml[begin..end];
        var signature = signed[signed.IndexOf("<Signature", StringComparison.Ordinal)..(signed.IndexOf("</Signature>", StringComparison.Ordinal) + "</Signature>".Length)];
        var forged = new StringBuilder(signed).Replace(signature, "").Replace("_assertion1", "_forged").Replace("alice@", "admin@").ToString();
        return xml[..begin] + forged + signed + xml[end..];
    }

    private static TestCaseData Case(string check, string reason, SamlFlow flow) => new TestCaseData($"claims-saml-{check}", reason, flow).SetArgDisplayNames(check, reason);
}
