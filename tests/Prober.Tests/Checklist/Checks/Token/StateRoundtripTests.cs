using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.Checks.FaultEvidence;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Token;

public sealed class StateRoundtripTests
{
    private const string Id = "token-state-roundtrip";

    [TestCase(true)]
    [TestCase(false)]
    public void The_same_state_passes(bool live) => Assert.That(Begin(live).Ask(Id).Verdict, Is.EqualTo(Verdict.Pass));

    [TestCase(true)]
    [TestCase(false)]
    public void Another_state_fails_and_the_callback_does_not(bool live)
    {
        var report = StateMismatch(live).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Id, "state-differs")));
            Assert.That(report.Checks.Single(check => check.Id == "token-app-callback-seen").Verdict, Is.EqualTo(Verdict.Pass));
        });
    }

    [Test]
    public void A_lax_cookie_does_not_survive_a_form_post()
    {
        var result = EvidenceBuilder.Har()
            .Change("portal-login", step =>
                step.WithoutCookies().Sets($".AspNetCore.Correlation.abc={FpOf("N")}; path=/signin-oidc; secure; samesite=lax; httponly"))
            .Change("resume", step => step.Answers(200, "<form method=\"post\"></form>"))
            .Change("callback", step => (step
                with
            { Method = "POST", Url = Portal + "/signin-oidc", Form = $"code={Fp("code-1")}&state={Fp("state-1")}" })
                .WithoutCookies().Answers(500, "An error was encountered: Correlation failed.")).EndLoginAt("callback").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "samesite-post")));
    }

    [TestCase("auth_verification={0}; path=/; samesite=strict; httponly", "samesite-strict")]
    [TestCase("auth_verification={0}; path=/elsewhere; samesite=lax; httponly", "cookie-path")]
    [TestCase("auth_verification={0}; path=/; samesite=lax; httponly", "cookie-missing")]
    public void A_cookie_that_does_not_come_back_is_explained_by_its_attributes(string cookie, string reason)
    {
        var result = EvidenceBuilder.Har()
            .Change("portal-login", step => step.WithoutCookies().Sets(string.Format(null, cookie, FpOf("N"))))
            .Change("callback", step => step.WithoutCookies().From("cross-site").Answers(400, "checks.state argument is missing")).EndLoginAt("callback").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [Test]
    public void A_login_that_begins_on_another_host_fails()
    {
        var result = EvidenceBuilder.Har().Change("portal", step => step with { Url = "https://www.portal.localhost:7001/" })
            .Change("portal-login", step => step with { Url = "https://www.portal.localhost:7001/login" })
            .Change("callback", step => step.WithoutCookies().Answers(500, "Correlation failed.")).EndLoginAt("callback").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "host-changed")));
    }

    [Test]
    public void A_callback_that_is_fetched_again_fails()
    {
        var again = Step("reload", "GET", HealthyFlow.Callback("portal", "1"), 500, "invalid state");

        var report = EvidenceBuilder.Har().Change("callback", step => step.Answers(200, "<p>…</p>")).EndLoginAt("callback", again).Judge();

        Assert.That(report.Checks.Single(check => check.Id == "token-app-callback-seen").Verdict, Is.EqualTo(Verdict.Warn));
    }

    [Test]
    public void A_short_state_is_a_warning()
    {
        var builder = EvidenceBuilder.Har().ChangeAll(step => step with
        {
            Url = step.Url.Replace(Fp("state-1"), "abc", StringComparison.Ordinal),
            ResponseHeaders = [.. step.ResponseHeaders.Select(header =>
                header with { Value = header.Value.Replace(Fp("state-1"), "abc", StringComparison.Ordinal) })],
        });

        Assert.That(builder.Ask(Id).Reason, Is.EqualTo("predictable"));
    }

    [Test]
    public void Masked_values_cannot_be_compared()
    {
        var builder = EvidenceBuilder.Har()
            .ChangeAll(step => step with { Url = step.Url.Replace(Fp("state-1"), "[state redacted]", StringComparison.Ordinal) });

        Assert.That(builder.Ask(Id).Reason, Is.EqualTo("values-redacted"));
    }
}
