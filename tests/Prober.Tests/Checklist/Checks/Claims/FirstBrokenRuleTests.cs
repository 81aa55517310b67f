using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;
using Prober.Evidence.Tokens;

namespace Prober.Tests.Checklist.Checks.Claims;

/// <summary>The family's order: whatever is broken behind it, the first broken rule has the headline and is the only red line.</summary>
public sealed class FirstBrokenRuleTests
{
    private static readonly string[] Order =
        ["claims-jwt-issuer", "claims-jwt-audience", "claims-jwt-signature", "claims-jwt-time", "claims-jwt-nonce", "claims-jwt-hashes",
            "claims-jwt-auth-context"];

    [Test]
    public void The_first_broken_rule_has_the_headline([Range(0, 6)] int first)
    {
        var report = BrokenFrom(first).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo(Order[first]));
            Assert.That(report.Checks.Where(check => check.BlockedBy == Order[first]).Select(check => check.Id),
                Is.SupersetOf(Order.Skip(first + 1)));
        });
    }

    /// <summary>What a person sees of it: an error page of the application, with nothing wrong in the traffic.</summary>
    [Test]
    public void An_application_that_shows_its_own_error_does_not_hide_the_rule([Range(0, 4)] int first)
    {
        var evidence = BrokenFrom(first).Keep(PhaseName.Login)
            .Change("portal-home", step => step with { Body = "<h1 role=\"alert\">We could not sign you in</h1>" })
            .ChangeTab(TabLook.AfterCredentials, Error, PhaseName.Login).ChangeTab(TabLook.Result, Error, PhaseName.Login)
            .Phase(PhaseName.Login, PhaseOutcome.NotReached, "an error came up");
        foreach (var skipped in (PhaseName[])[PhaseName.SecondTab, PhaseName.Sso, PhaseName.Logout, PhaseName.SignedOut])
            evidence.Phase(skipped, PhaseOutcome.Skipped);

        var report = evidence.Judge();

        Assert.That(report.Headline?.Check, Is.EqualTo(Order[first]),
            string.Join('\n', report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => $"{check.Id} {check.Summary}")));
    }

    private static TabObservation Error(TabObservation tab) =>
        tab with { State = TabState.Error, SignedInMarker = false, ApplicationSession = false, Errors = ["We could not sign you in"] };

    private static EvidenceBuilder BrokenFrom(int first) => IdTokenEvidence.Received(
        claims =>
        {
            if (first <= 0) claims["iss"] = "https://evil.example/";
            if (first <= 1) claims["aud"] = "other";
            if (first <= 3) (claims["iat"], claims["exp"]) = (IdTokenEvidence.Now - 900, IdTokenEvidence.Now - 300);
            if (first <= 4) claims["nonce"] = "other";
            claims["at_hash"] = "abc";
        },
        new TokenObservation
        {
            Signature = first <= 2 ? SignatureVerdict.Invalid
            : SignatureVerdict.Valid,
            AccessTokenHashMatches = first > 5
        })
        .Expect(expected => expected with { Acr = "high" });
}
