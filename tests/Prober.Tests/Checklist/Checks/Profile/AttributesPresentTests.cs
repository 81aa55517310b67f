using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class AttributesPresentTests
{
    private const string Id = "profile-attributes-present";

    [Test]
    public void A_profile_with_everything_passes() =>
        Assert.That(EvidenceBuilder.Live().Users(Record()).Attributes("email", "department").Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("""{"mail":"x"}""")]
    [TestCase("""{"user_metadata":{"email":"x"}}""")]
    [TestCase("""{"http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress":"x"}""")]
    [TestCase("""{"urn:oid:0;9;2342;19200300;100;1;3":"x"}""")]
    public void Other_names_of_the_same_attribute_count(string attributes) =>
        Assert.That(EvidenceBuilder.Live().Users(Record(attributes)).Attributes("email").Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase("""{"name":"x"}""")]
    [TestCase("""{"email":""}""")]
    public void An_absent_or_empty_attribute_fails(string attributes) =>
        Assert.That(EvidenceBuilder.Live().Users(Record(attributes)).Attributes("email").Ask(Id) is { Verdict: Verdict.Fail, Reason: "missing" }, Is.True);

    [Test]
    public void A_value_that_does_not_fit_fails() =>
        Assert.That(EvidenceBuilder.Live().Users(Record() with { AttributeMatches = new Dictionary<string, bool> { ["department"] = false } })
            .Attributes("department").Ask(Id) is { Verdict: Verdict.Fail, Reason: "wrong-value" }, Is.True);

    [Test]
    public void A_name_that_is_the_address_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().Users(Record("""{"email":"x","name":"x"}""")).Attributes("email").Ask(Id) is { Verdict: Verdict.Warn, Reason: "placeholder" }, Is.True);

    [Test]
    public void Whoever_knows_why_has_the_fault() =>
        Assert.That(EvidenceBuilder.Live().Users(Record()).Connected(connection => connection with { Strategy = "ad" }).Attributes("costCenter").Ask(Id).BlockedBy,
            Is.EqualTo("profile-ldap-mapper-ok"));

    [Test]
    public void Nothing_expected_is_no_question() => Assert.That(EvidenceBuilder.Live().Users(Record()).Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));
}
