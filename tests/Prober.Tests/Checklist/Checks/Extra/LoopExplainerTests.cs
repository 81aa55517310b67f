using NUnit.Framework;
using Prober.Checklist;
using static Prober.Tests.Checklist.EvidenceStep;

namespace Prober.Tests.Checklist.Checks.Extra;

public sealed class LoopExplainerTests
{
    private const string Check = "extra-loop-explainer";

    [Test]
    public void A_straight_login_passes() => Assert.That(EvidenceBuilder.Live().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void The_cookie_that_the_restart_went_without_is_named()
    {
        var result = Loop("portal.session={0}; samesite=none", restartCookies: null).Ask(Check);

        Assert.That(result is { Verdict: Verdict.Warn, Reason: "cookie-absent" }, Is.True, result.Summary);
        Assert.That(result.Summary, Does.Contain("portal.session").And.Contain("samesite-none-without-secure").And.Contain("/protected (302)"));
    }

    [Test]
    public void A_session_that_arrives_and_is_not_accepted_is_told_apart() =>
        Assert.That(Loop("portal.session={0}; path=/; secure", $"portal.session={Fp("s")}").Ask(Check).Reason, Is.EqualTo("cookies-arrive"));

    [Test]
    public void A_callback_that_sets_nothing_is_told_apart() => Assert.That(Loop(null, null).Ask(Check).Reason, Is.EqualTo("no-cookie-set"));

    /// <summary>Authorize, callback, protected page and round again, four times.</summary>
    private static EvidenceBuilder Loop(string? cookie, string? restartCookies)
    {
        var rounds = Enumerable.Range(1, 4).SelectMany(round => Round($"loop{round}", cookie, restartCookies)).ToList();
        return EvidenceBuilder.Live().EndLoginAt("resume", [.. rounds]);
    }

    private static IEnumerable<EvidenceStep> Round(string run, string? cookie, string? restartCookies)
    {
        var callback = new EvidenceStep($"callback-{run}", "GET", HealthyFlow.Callback("portal", run), 302).From("cross-site").Redirect("/protected");
        yield return cookie is null ? callback : callback.Sets(string.Format(null, cookie, Fp("s")));
        var page = new EvidenceStep($"home-{run}", "GET", HealthyFlow.Portal + "/protected", 302).From("cross-site").Redirect(HealthyFlow.Authorize("portal", run));
        yield return restartCookies is null ? page : page.Sends(restartCookies);
        yield return new EvidenceStep($"authorize-{run}", "GET", HealthyFlow.Authorize("portal", run), 302).From("cross-site")
            .Sends(HealthyFlow.ProviderCookies).Redirect(HealthyFlow.Callback("portal", run));
    }
}
