using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class HeaderSizeTests
{
    private const string Check = "extra-header-size";

    [Test]
    public void Small_headers_pass() => Assert.That(EvidenceBuilder.Live().Ask(Check), Has.Property("Verdict").EqualTo(Verdict.Pass));

    [Test]
    public void A_header_close_to_the_usual_limit_is_a_warning_also_behind_a_fingerprint()
    {
        var result = EvidenceBuilder.Live().Change("second-tab", step => step.Sends($"portal.session={FpOf(new string('g', 7000))}")).Ask(Check);

        Assert.That(result is { Verdict: Verdict.Warn, Reason: "large" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain("7,015 bytes"));
    }

    [Test]
    public void A_header_that_grows_with_every_login_is_a_warning() => Assert.That(EvidenceBuilder.Live()
        .Change("authorize", step => step.Sends($"a={FpOf(new string('a', 1000))}"))
        .Change("provider-only-authorize", step => step.Sends($"a={FpOf(new string('a', 2500))}"))
        .Change("billing-authorize", step => step.Sends($"a={FpOf(new string('a', 4000))}"))
        .Change("revisit-authorize", step => step.Sends($"a={FpOf(new string('a', 5500))}"))
        .Change("fresh-tab-authorize", step => step.Sends($"a={FpOf(new string('a', 6100))}")).Ask(Check).Reason, Is.EqualTo("growing"));

    [Test]
    public void Without_cookies_there_is_nothing_to_measure() =>
        Assert.That(EvidenceBuilder.Har().ChangeAll(step => step.WithoutCookies()).Ask(Check).Reason, Is.EqualTo("no-cookies"));
}
