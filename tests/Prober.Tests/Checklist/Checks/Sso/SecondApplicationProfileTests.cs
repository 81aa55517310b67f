using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class SecondApplicationProfileTests
{
    private const string Id = "sso-second-app-profile";

    [Test]
    public void An_application_that_shows_everything_passes() =>
        Assert.That(Needs("email").Received("billing", 200, "sub", "email").Ask(Id) is { Verdict: Verdict.Pass, Reason: "complete" }, Is.True);

    [Test]
    public void A_narrower_scope_that_costs_an_attribute_is_the_headline()
    {
        var report = Narrow(Needs("email")).Received("portal", 200, "sub", "email").Received("billing", 200, "sub").Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "missing")));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Id }));
            Assert.That(report.Headline?.Summary, Does.Contain("'openid'"));
            Assert.That(report.Checks.Single(check => check.Id == "app-logs-attributes-received").BlockedBy, Is.EqualTo(Id));
            Assert.That(report.Checks.Single(check => check.Id == "sso-second-app-login").Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_narrower_scope_alone_is_a_warning() =>
        Assert.That(Narrow(EvidenceBuilder.Live()).Ask(Id) is { Verdict: Verdict.Warn, Reason: "narrower-scope" }, Is.True);

    [Test]
    public void An_exchange_between_servers_cannot_be_seen() => Assert.That(Needs("email").Ask(Id) is { Verdict: Verdict.Inconclusive, Reason: "not-visible" }, Is.True);

    [Test]
    public void Nothing_required_and_the_same_scope_pass() => Assert.That(EvidenceBuilder.Live().Ask(Id) is { Verdict: Verdict.Pass, Reason: "same-scope" }, Is.True);

    private static EvidenceBuilder Needs(string claim) => EvidenceBuilder.Live().Expect(expected => expected with
    {
        Applications = [.. expected.Applications.Select(application => application.Name == "billing"
            ? application with { RequiredClaims = new Dictionary<string, string?> { [claim] = null } } : application)],
    });

    private static EvidenceBuilder Narrow(EvidenceBuilder builder)
    {
        var request = HealthyFlow.Authorize("billing", "3").Replace("openid%20profile%20email", "openid", StringComparison.Ordinal);
        return builder.Change("billing", step => step.Redirect(request)).Change("billing-authorize", step => step with { Url = request });
    }
}
