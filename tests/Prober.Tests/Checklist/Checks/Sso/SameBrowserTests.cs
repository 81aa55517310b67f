using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class SameBrowserTests
{
    private const string Check = "sso-same-browser";

    [Test]
    public void The_providers_cookie_of_the_first_login_passes() =>
        Assert.That(EvidenceBuilder.Live().Ask(Check) is { Verdict: Verdict.Pass, Reason: "same-session" }, Is.True);

    [Test]
    public void A_private_window_is_the_headline()
    {
        var report = SsoEvidence.Prompted(EvidenceBuilder.Live()).Change("billing-authorize", step => step with { RequestHeaders = [] })
            .Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((Check, "no-provider-cookies")));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id),
                Is.EquivalentTo(new[] { Check, "sso-second-app-login" }));
        });
    }

    [Test]
    public void Another_host_of_the_provider_has_another_cookie_jar()
    {
        var evidence = SsoEvidence.Prompted(EvidenceBuilder.Live()).ChangeAll(step => step.Phase is PhaseName.Sso ? Moved(step) : step)
            .Expect(expected => expected with { Provider = expected.Provider with { Hosts = ["tenant.localhost:7000"] } });

        Assert.That(evidence.Ask(Check) is { Verdict: Verdict.Fail, Reason: "different-idp-host" }, Is.True);
    }

    [Test]
    public void A_recording_without_cookies_says_nothing() =>
        Assert.That(EvidenceBuilder.Live().ChangeAll(step => step.WithoutCookies()).Ask(Check).Reason, Is.EqualTo("cookies-stripped"));

    [Test]
    public void A_provider_that_gave_no_cookie_is_not_blamed_on_the_browser()
    {
        var evidence = SsoEvidence.Prompted(EvidenceBuilder.Live())
            .ChangeAll(step => step.Url.StartsWith(HealthyFlow.Provider, StringComparison.Ordinal) ? step.WithoutCookies() : step);

        Assert.That(evidence.Ask(Check).Verdict, Is.EqualTo(Verdict.Inconclusive));
    }

    private static EvidenceStep Moved(EvidenceStep step) => step with
    {
        Url = step.Url.Replace("https://login.localhost", "https://tenant.localhost", StringComparison.Ordinal),
        ResponseHeaders = [.. step.ResponseHeaders.Select(header =>
            header with { Value = header.Value.Replace("https://login.localhost", "https://tenant.localhost", StringComparison.Ordinal) })],
    };
}
