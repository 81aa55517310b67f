using NUnit.Framework;

namespace Prober.Tests.Checklist.Facts;

public sealed class QualityFlagsTests
{
    [Test]
    public void A_complete_recording_has_no_flag() => Assert.That(Flags(EvidenceBuilder.Har()), Is.Empty);

    [Test]
    public void A_sanitized_export_lacks_cookies() =>
        Assert.That(Flags(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies())), Is.EqualTo(new[] { "cookies-stripped" }));

    [Test]
    public void A_recording_that_begins_at_the_login_page_starts_too_late() =>
        Assert.That(Flags(EvidenceBuilder.Har().Remove("portal", "portal-login", "authorize")), Is.EqualTo(new[] { "starts-mid-flow" }));

    [Test]
    public void A_recording_that_ends_at_the_login_page_ends_too_early() =>
        Assert.That(Flags(EvidenceBuilder.Har().EndLoginAt("identifier-page")), Is.EqualTo(new[] { "ends-early" }));

    [Test]
    public void A_live_run_is_never_cut() => Assert.That(Flags(EvidenceBuilder.Live().EndLoginAt("identifier-page")), Is.Empty);

    [Test]
    public void Masked_values_and_missing_bodies_are_told() => Assert.Multiple(() =>
    {
        Assert.That(Flags(EvidenceBuilder.Har()
            .Change("callback", step => step with { Url = HealthyFlow.Portal + "/signin-oidc?code=REDACTED&state=***" })),
            Does.Contain("values-redacted"));
        Assert.That(Flags(EvidenceBuilder.Har().ChangeAll(step => step with { Body = null })), Does.Contain("bodies-stripped"));
    });

    private static IEnumerable<string> Flags(EvidenceBuilder builder) => builder.Read().Facts.Quality.Select(flag => flag.Id);
}
