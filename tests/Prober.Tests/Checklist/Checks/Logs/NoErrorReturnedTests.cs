using NUnit.Framework;
using Prober.Checklist;

namespace Prober.Tests.Checklist.Checks.Logs;

public sealed class NoErrorReturnedTests
{
    private const string Check = "logs-idp-response-error";

    [Test]
    public void A_healthy_journey_holds_no_error() =>
        Assert.That(EvidenceBuilder.Live().Ask(Check) is { Verdict: Verdict.Pass, Reason: "none" }, Is.True);

    [Test]
    public void An_error_of_the_callback_is_quoted()
    {
        var denied =
            $"{HealthyFlow.Portal}/signin-oidc?error=access_denied&error_description=Only%20staff&state={EvidenceStep.Fp("state-1")}";
        var result = EvidenceBuilder.Live().EndLoginAt("resume").Change("resume", step => step.Redirect(denied))
            .InsertAfter("resume", new EvidenceStep("denied", "GET", denied, 200) { Body = "<p>no</p>" }).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Fail, "error")));
        Assert.That(result.Summary, Does.StartWith("The callback carried 'access_denied' (“Only staff”)."));
    }

    [Test]
    public void A_silent_refusal_is_a_normal_answer()
    {
        var silent = HealthyFlow.Authorize("portal", "0") + "&prompt=none";
        var refused = $"{HealthyFlow.Portal}/signin-oidc?error=login_required&state={EvidenceStep.Fp("state-0")}";
        var result = EvidenceBuilder.Live().InsertAfter("portal",
            new EvidenceStep("silent", "GET", silent, 302) { Frame = "frame@2" }.Redirect(refused),
            new EvidenceStep("silent-callback", "GET", refused, 200) { Frame = "frame@2", Body = "<p></p>" }).Ask(Check);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((Verdict.Pass, "silent-only")));
    }
}
