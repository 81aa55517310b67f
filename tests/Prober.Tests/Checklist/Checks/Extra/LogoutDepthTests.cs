using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using Prober.Tests.Checklist.Checks.Logout;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class LogoutDepthTests
{
    private const string Check = "extra-logout-depth";

    [Test]
    public void A_logout_after_which_the_provider_asks_again_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Pass).And.Property("Reason").EqualTo("all-ended"));

    [Test]
    public void The_providers_session_that_survived_is_named() => Assert.That(LogoutEvidence.LocalOnly(EvidenceBuilder.Live()).Ask(Check),
        Has.Property("Verdict").EqualTo(Verdict.Warn).And.Property("Reason").EqualTo("provider-survived"));

    [Test]
    public void A_session_that_may_live_on_passes() => Assert.That(LogoutEvidence.LocalOnly(EvidenceBuilder.Live())
        .Expect(expected => expected with { ProviderLogout = false }).Ask(Check).Reason, Is.EqualTo("as-expected"));

    [Test]
    public void The_applications_own_session_that_survived_is_named() => Assert.That(EvidenceBuilder.Live()
        .Remove("revisit-authorize", "revisit-login-page")
        .Change("revisit", step => step.Answers(200, "<h1>Welcome Alice</h1>"))
        .ChangeTab(TabLook.Revisit, tab => tab with { State = TabState.SignedIn, SignedInMarker = true }).Ask(Check).Reason, Is.EqualTo("application-survived"));

    [Test]
    public void Without_a_logout_there_is_nothing_to_ask() =>
        Assert.That(EvidenceBuilder.Har().Ask(Check).Verdict, Is.EqualTo(Verdict.NotApplicable));
}
