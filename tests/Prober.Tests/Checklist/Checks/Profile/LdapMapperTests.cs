using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Profile;

public sealed class LdapMapperTests
{
    private const string Id = "profile-ldap-mapper-ok";

    [Test]
    public void Mapped_attributes_pass() => Assert.That(Directory().Users(Record()).Attributes("department").Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_forgotten_attribute_is_the_headline()
    {
        var report = Directory().Users(Record("""{"email":"x"}""")).Attributes("department").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "not-mapped")));
            Assert.That(report.Checks.Single(check => check.Id == "profile-social-scopes-requested").Verdict, Is.EqualTo(Verdict.NotApplicable));
        });
    }

    [Test]
    public void An_exception_of_the_mapper_fails() =>
        Assert.That(Directory().Users(Record()).ServerLog(Line("profileMapper.js: TypeError: raw_data is undefined")).Ask(Id) is { Verdict: Verdict.Fail, Reason: "mapper-error" }, Is.True);

    [Test]
    public void A_connector_that_is_offline_while_the_cache_serves_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().Connected(connection => connection with { Strategy = "ad", Online = false }).Users(Record()).Attributes("email").Ask(Id).Reason,
            Is.EqualTo("connector-offline"));

    [Test]
    public void Another_user_store_is_no_question() => Assert.That(EvidenceBuilder.Live().Users(Record()).Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    private static EvidenceBuilder Directory() => EvidenceBuilder.Live().Connected(connection => connection with { Strategy = "ad", Online = true });
}
