using NUnit.Framework;
using Prober.Checklist;
using Prober.Tests.Evidence.Saml;

namespace Prober.Tests.Checklist.Checks.Claims.Saml;

public sealed class AssertionInResponseToTests
{
    private const string Id = "claims-saml-in-response-to";

    [Test]
    public void A_healthy_answer_passes() => Assert.That(new SamlFlow().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void An_answer_to_another_request_fails() => AssertionFamily.IsTheOnlyOneBroken(Id, "other-request", new() { Response = new() { InResponseTo = "_request2" } });

    [Test]
    public void An_answer_to_nobody_s_request_fails_where_one_was_sent() => AssertionFamily.IsTheOnlyOneBroken(Id, "missing", new() { Response = new() { InResponseTo = null } });

    [Test]
    public void A_login_that_the_provider_started_has_no_request_to_answer()
    {
        var report = new SamlFlow
        {
            IsUnsolicited = true,
            Response = new() { InResponseTo = null },
            Expect = expected => expected with { Applications = [expected.Applications[0] with { EntityId = SignedResponse.Service }] },
        }.Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Checks.Single(result => result.Id == Id).Verdict, Is.EqualTo(Verdict.NotApplicable));
            Assert.That(report.Checks.Single(result => result.Id == "claims-saml-audience").Verdict, Is.EqualTo(Verdict.Pass));
            Assert.That(report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Error).Select(result => result.Id), Is.Empty);
        });
    }
}
