using NUnit.Framework;
using Prober.Checklist.Inference;
using Prober.Tests.Evidence.Har.Exports;

namespace Prober.Tests.Checklist.Facts;

public sealed class QualityFlagsTests
{
    [Test]
    public void A_complete_recording_has_no_flag() => Assert.That(Flags(EvidenceBuilder.Har()), Is.Empty);

    [Test]
    public void A_sanitized_export_lacks_cookies() =>
        Assert.That(Flags(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies())), Is.EqualTo(new[] { "cookies-stripped" }));

    /// <summary>Nobody took out what was not there yet.</summary>
    [TestCaseSource(nameof(Whole))]
    public async Task A_recording_that_is_cut_anywhere_lacks_no_cookies(string file)
    {
        var traffic = await Exported.ReadAsync(Recorded.PathOf(file));
        Assert.That(
            Enumerable.Range(1, traffic.Entries.Count).Where(length => ExpectationInference.FactsOf(traffic with { Entries = [.. traffic.Entries.Take(length)] }).Has("cookies-stripped")),
            Is.Empty, "entries kept");
    }

    [Test]
    public void A_form_without_an_answer_shows_nothing_of_cookies()
    {
        var bare = EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies());
        Assert.That(Flags(bare.EndLoginAt("identifier-post").Change("identifier-post", step => step.Fails("net::ERR_CONNECTION_RESET"))), Does.Not.Contain("cookies-stripped"));
    }

    private static IEnumerable<string> Whole => ["firefox-lab-healthy.har.gz", "firefox-lab-notes.har.gz", "firefox-oidc-provider-healthy.har.gz", "chrome-sensitive-lab-healthy.har.gz", "playwright-lab-f83.har.gz"];

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
