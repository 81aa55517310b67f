using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class SecondApplicationConnectionTests
{
    private const string Id = "sso-connection-enabled-second-app";

    [Test]
    public void Single_sign_on_that_works_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id) is { Verdict: Verdict.Pass, Reason: "went-through" }, Is.True);

    [Test]
    public void A_connection_that_was_forgotten_is_the_headline()
    {
        var report = Disabled().Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "not-enabled")));
            Assert.That(report.Headline?.Summary, Does.Contain(Connection).And.Contain("billing"));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EquivalentTo(new[] { Id, "sso-second-app-login" }));
        });
    }

    [Test]
    public void An_enabled_connection_is_not_why_it_asked() =>
        Assert.That(SsoEvidence.Prompted(EvidenceBuilder.Live()).Log(Event("s")).Configuration().Ask(Id) is { Verdict: Verdict.Pass, Reason: "enabled" }, Is.True);

    [Test]
    public void Without_settings_a_prompt_proves_nothing() =>
        Assert.That(SsoEvidence.Prompted(EvidenceBuilder.Live()).Ask(Id) is { Verdict: Verdict.Inconclusive, Reason: "settings-unknown" }, Is.True);

    private static EvidenceBuilder Disabled() => SsoEvidence.Prompted(EvidenceBuilder.Live()).Log(Event("s"))
        .Configuration(settings => settings with { Clients = [.. settings.Clients.Select(client => client.ClientId == "billing" ? client with { Connections = ["staff"] } : client)] });
}
