using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Expected;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.LoginPrompt;

public sealed class PromptShownTests
{
    private const string Id = "login-prompt-shown";

    [TestCase(true)]
    [TestCase(false)]
    public void A_login_page_passes(bool live) => Assert.That(FaultEvidence.Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void An_error_page_instead_of_it_fails_beside_its_cause(bool live)
    {
        var result = FaultEvidence.UnknownClient(live).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "error-before-prompt")));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_blank_page_fails(bool live)
    {
        var result = FaultEvidence.ScriptBlocked(live).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "blank-page")));
    }

    [Test]
    public void A_fresh_browser_that_is_let_in_fails_unless_that_is_expected()
    {
        EvidenceBuilder Without() => EvidenceBuilder.Live().Keep(PhaseName.Login)
            .Expect(expected => expected with { Journey = [PhaseName.Login] })
            .Remove("identifier-page", "asset", "identifier-post", "password-page", "password-post", "resume")
            .Change("authorize", step => step.Redirect(HealthyFlow.Callback("portal", "1"))).RemoveTab(TabLook.Prompt)
                .RemoveTab(TabLook.AfterCredentials);

        Assert.Multiple(() =>
        {
            Assert.That(Without().Ask(Id).Reason, Is.EqualTo("no-prompt"));
            Assert.That(Without().Expect(expected => expected with { Prompt = ExpectedPrompt.None }).Ask(Id).Verdict,
                Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_file_without_a_prompt_may_have_had_a_session()
    {
        var result = EvidenceBuilder.Har().Remove("identifier-page", "asset", "identifier-post", "password-page", "password-post", "resume")
            .Change("authorize", step => step.Redirect(HealthyFlow.Callback("portal", "1"))).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "session-existed")));
    }

    [Test]
    public void A_captcha_is_a_prompt_of_another_kind()
    {
        var result = EvidenceBuilder.Live().EndLoginAt("identifier-page")
            .ChangeTab(TabLook.Prompt, tab => tab with { State = TabState.Challenge, Controls = ["captcha"] })
            .Phase(PhaseName.Login, PhaseOutcome.Blocked).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "challenge-shown")));
    }

    [Test]
    public void A_slow_prompt_is_a_warning()
    {
        var result = EvidenceBuilder.Live().ChangeTab(TabLook.Prompt, tab => tab with { AfterMs = 12_000 }, PhaseName.Login).Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Warn, "slow")));
    }
}
