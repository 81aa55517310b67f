using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Claims;

public sealed class TokenTimesTests
{
    private const string Check = "claims-jwt-time";

    [Test]
    public void A_fresh_token_passes_however_late_it_is_judged() =>
        Assert.That(IdTokenEvidence.Received().Ask(Check).Verdict, Is.EqualTo(Verdict.Pass));

    [Test]
    public void A_provider_whose_clock_is_behind_is_named()
    {
        var report = WithClock("login", -600, IdTokenEvidence.Received(Expired)).Judge();

        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason, report.Fault),
                Is.EqualTo((Check, "expired", FaultOwner.IdentityProvider)));
            Assert.That(report.Headline?.Summary, Does.Contain("The clock of login.localhost:7000 is 6").And.Contain("behind"));
            Assert.That(report.Headline?.Remedy, Is.EqualTo("Enable time synchronisation (NTP) on login.localhost:7000."));
            Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { Check }));
        });
    }

    [Test]
    public void An_application_whose_clock_is_behind_is_a_warning_that_names_it()
    {
        var result = WithClock("portal", -120, IdTokenEvidence.Received()).Ask(Check);

        Assert.That((result.Verdict, result.Reason, result.Summary.Contains("portal.localhost:7001", StringComparison.Ordinal)),
            Is.EqualTo((Verdict.Warn, "clock-skew", true)));
    }

    [Test]
    public void Our_own_clock_is_never_held_against_the_target()
    {
        var evidence = IdTokenEvidence.Received(claims =>
            (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now + 900, IdTokenEvidence.Now + 4500));
        foreach (var host in (string[])["login", "portal", "billing"]) WithClock(host, 900, evidence);
        var result = evidence.Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Inconclusive, "own-clock")));
    }

    [TestCase(1000L, 3600L, "not-yet-valid")]
    [TestCase(-700L, -800L, "exp-before-iat")]
    [TestCase(-900L, -300L, "expired")]
    public void Times_that_do_not_hold_fail(long issued, long expires, string reason)
    {
        var result = IdTokenEvidence.Received(claims =>
            (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now + issued, IdTokenEvidence.Now + expires)).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, reason)));
    }

    [Test]
    public void Milliseconds_fail() =>
        Assert.That(IdTokenEvidence.Received(claims => claims["exp"] = (IdTokenEvidence.Now + 3600) * 1000).Ask(Check).Reason,
            Is.EqualTo("milliseconds"));

    [Test]
    public void What_only_the_allowance_saves_is_a_warning() =>
        Assert.That(IdTokenEvidence.Received(claims => claims["iat"] = IdTokenEvidence.Now + 40).Ask(Check).Reason,
            Is.EqualTo("within-allowance"));

    private static void Expired(System.Text.Json.Nodes.JsonObject claims) =>
        (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now - 600, IdTokenEvidence.Now - 300);

    /// <summary>Every answer of a host carries a Date that is off by so many seconds.</summary>
    private static EvidenceBuilder WithClock(string host, int seconds, EvidenceBuilder builder) => builder.ChangeAll(step =>
        step.Url.StartsWith($"https://{host}.", StringComparison.Ordinal)
            ? step with
            {
                ResponseHeaders =
                [.. step.ResponseHeaders, new("Date", DateTimeOffset.FromUnixTimeSeconds(IdTokenEvidence.Now + seconds).ToString("R"))]
            }
            : step);
}
