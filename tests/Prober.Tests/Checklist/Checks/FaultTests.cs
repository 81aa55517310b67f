using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks;

/// <summary>Every fault gives its own headline and reddens nothing that is only a consequence, in a live run and in a file.</summary>
public sealed class FaultTests
{
    private static readonly string[] MayFailBeside =
        ["app-logs-no-errors", "logs-idp-response-error", "login-prompt-shown", "credentials-no-error-shown", "session-second-tab",
        "sso-second-app-login", "logout-session-ended"];

    private static IEnumerable<TestCaseData> Faults()
    {
        foreach (var live in new[] { true, false })
        {
            yield return Case("dead login button", FaultEvidence.DeadButton(live), "login-prompt-authorize-seen", "script-failed",
                FaultOwner.Application, live);
            yield return Case("unknown client", FaultEvidence.UnknownClient(live), "login-prompt-request-valid", "unknown-client",
                FaultOwner.Configuration, live);
            yield return Case("redirect URI scheme", FaultEvidence.RedirectUri(live, "http://portal.localhost:7001/signin-oidc"),
                "login-prompt-request-valid", "scheme", FaultOwner.Configuration, live);
            yield return Case("redirect URI slash", FaultEvidence.RedirectUri(live, "https://portal.localhost:7001/signin-oidc/"),
                "login-prompt-request-valid", "trailing-slash", FaultOwner.Configuration, live);
            yield return Case("connection disabled", FaultEvidence.ConnectionDisabled(live), "login-prompt-connection-enabled",
                "connection-disabled", FaultOwner.Configuration, live);
            yield return Case("provider 503", FaultEvidence.Unavailable(live), "login-prompt-idp-available", "server-error",
                FaultOwner.IdentityProvider, live);
            yield return Case("login script blocked", FaultEvidence.ScriptBlocked(live), "login-prompt-customization-clean",
                "script-blocked", FaultOwner.IdentityProvider, live);
            yield return Case("wrong password", FaultEvidence.WrongPassword(live), "credentials-no-error-shown", "wrong-password",
                FaultOwner.Account, live);
            yield return Case("wrong password, 200", FaultEvidence.WrongPassword(live, status: 200), "credentials-no-error-shown",
                "wrong-password", FaultOwner.Account, live);
            yield return Case("session cookie missing", FaultEvidence.NoProviderSession(live, step => step.WithoutCookies()),
                "session-cookie-established", "never-offered", FaultOwner.IdentityProvider, live);
            yield return Case("login loop",
                FaultEvidence.Loop(live, $"portal.session={EvidenceStep.Fp("s")}; path=/; secure; samesite=lax; httponly"),
                "session-app-established", "cookie-refused", FaultOwner.Application, live);
            yield return Case("state mismatch", FaultEvidence.StateMismatch(live), "token-state-roundtrip", "state-differs",
                FaultOwner.Application, live);
            yield return Case("e-mail missing", MissingEmail(live), "token-required-info", "missing", FaultOwner.IdentityProvider, live);
        }
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_found_and_only_it(Func<EvidenceBuilder> evidence, string check, string reason, FaultOwner owner)
    {
        var report = evidence().Judge();

        var failed = report.Checks.Where(result => result.Verdict is Verdict.Fail or Verdict.Error && !MayFailBeside.Contains(result.Id))
            .Select(result => $"{result.Id} {result.Reason} {result.Summary}").ToList();
        Assert.Multiple(() =>
        {
            Assert.That((report.Headline?.Check, report.Headline?.Reason), Is.EqualTo((check, reason)),
                string.Join("\n", report.Checks.Select(result =>
                $"{result.Id} {result.Verdict} {result.Reason} {result.BlockedBy} {result.Summary}")));
            Assert.That(failed.Where(line => !line.StartsWith(check + " ", StringComparison.Ordinal)), Is.Empty);
            Assert.That(report.Fault, Is.EqualTo(owner));
            Assert.That(report.Headline!.Evidence, Is.Not.Empty);
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void A_code_exchanged_twice_is_a_warning(bool live)
    {
        var report = FaultEvidence.BrowserApplication(live, FaultEvidence.Redeem("redeem", 200, FaultEvidence.TokenBody),
            FaultEvidence.Redeem("redeem-again", 400, """{"error":"invalid_grant","error_description":"The specified code has already been redeemed."}""")).Judge();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline, Is.Null);
            Assert.That(report.Checks.Where(result => result.Verdict == Verdict.Fail), Is.Empty);
            Assert.That(report.Checks.Single(result => result.Id == "token-returned").Reason, Is.EqualTo("double-exchange"));
        });
    }

    private static EvidenceBuilder MissingEmail(bool live)
    {
        var builder = FaultEvidence.BrowserApplication(live, FaultEvidence.Redeem("redeem", 200, FaultEvidence.TokenBody))
            .Expect(expected => expected with { RequiredClaims = new Dictionary<string, string?> { ["email"] = null } });
        return builder.Token(TokenEvidence.Id(builder)).Token(TokenEvidence.UserInfo(builder));
    }

    private static TestCaseData Case(string name, EvidenceBuilder evidence, string check, string reason, FaultOwner owner, bool live) =>
        new TestCaseData(new Func<EvidenceBuilder>(() => evidence), check, reason, owner).SetName($"{name}, {(live ? "live" : "file")}");
}
