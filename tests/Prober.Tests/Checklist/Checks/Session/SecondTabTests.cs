using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using static Prober.Tests.Checklist.Checks.FaultEvidence;

namespace Prober.Tests.Checklist.Checks.Session;

public sealed class SecondTabTests
{
    private const string Id = "session-second-tab";

    [Test]
    public void A_second_tab_that_is_signed_in_passes() => Assert.That(EvidenceBuilder.Live().Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_second_tab_that_asks_again_fails() =>
        Assert.That(EvidenceBuilder.Live().ChangeTab(TabLook.SecondTab, Asking).Ask(Id), Has.Property("Verdict")
            .EqualTo(Verdict.Fail).And.Property("Reason").EqualTo("prompted"));

    [Test]
    public void The_applications_own_session_alone_is_a_warning() =>
        Assert.That(NoProviderSession(live: true, step => step.WithoutCookies()).Ask(Id).Reason, Is.EqualTo("app-session-only"));

    [Test]
    public void A_session_of_one_page_is_a_warning() =>
        Assert.That(EvidenceBuilder.Live().ChangeTab(TabLook.SecondTab, Asking)
            .AddTab(PhaseName.SecondTab, TabLook.OpenedByScript, TabState.SignedIn).Ask(Id).Reason, Is.EqualTo("session-storage-only"));

    [Test]
    public void An_account_tile_is_a_session() =>
        Assert.That(EvidenceBuilder.Live().ChangeTab(TabLook.SecondTab, tab => Asking(tab) with { Controls = ["account-tile"] })
            .Ask(Id).Reason, Is.EqualTo("account-picker"));

    [Test]
    public void A_prompt_that_is_wanted_is_not_applicable() =>
        Assert.That(EvidenceBuilder.Live().ChangeTab(TabLook.SecondTab, Asking).Expect(expected => expected with { SecondTabPrompt = true })
            .Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_login_that_never_came_is_blocked() =>
        Assert.That(WrongPassword(live: true).Ask(Id).BlockedBy, Is.EqualTo("credentials-no-error-shown"));

    private static TabObservation Asking(TabObservation tab) =>
        tab with { State = TabState.Prompted, Controls = ["identifier"], SignedInMarker = false, Url = Provider + "/u/login/identifier" };
}
