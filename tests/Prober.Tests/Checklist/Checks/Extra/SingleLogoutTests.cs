using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.WitnessEvidence;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class SingleLogoutTests
{
    private const string Check = "extra-single-logout";

    [Test]
    public void Applications_that_are_all_out_pass() => Assert.That(EvidenceBuilder.Live()
        .Log(Event("oidc_backchannel_logout_succeeded", client: "billing")).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Summary").Contains("says that they were told"));

    [Test]
    public void An_application_that_still_knows_the_user_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .ChangeTab(TabLook.FreshTab, tab => tab with { State = TabState.SignedIn, SignedInMarker = true }).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("still-in"));

    [Test]
    public void A_message_that_failed_is_a_failure_by_the_providers_own_word()
    {
        var result = EvidenceBuilder.Live().Log(Event("oidc_backchannel_logout_failed", "HTTP 400 from the application", client: "billing")).Ask(Check);

        Assert.That(result is { Verdict: Verdict.Fail, Reason: "back-channel-failed" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain("to billing").And.Contain("HTTP 400"));
    }

    [Test]
    public void A_logout_meant_for_one_application_is_not_asked() => Assert.That(EvidenceBuilder.Live()
        .Expect(expected => expected with { ProviderLogout = false }).Ask(Check).Reason, Is.EqualTo("local"));

    [Test]
    public void One_application_alone_is_not_asked() =>
        Assert.That(EvidenceBuilder.Live().Keep(PhaseName.Login, PhaseName.Logout, PhaseName.SignedOut).Ask(Check).Reason, Is.EqualTo("only-one"));
}
