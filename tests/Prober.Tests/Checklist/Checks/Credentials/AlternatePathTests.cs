using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Credentials;

public sealed class AlternatePathTests
{
    private const string Id = "credentials-alternate-path";

    [Test]
    public void A_login_that_went_through_needs_no_other_door() =>
        Assert.That(EvidenceBuilder.Live().Ask(Id) is { Verdict: Verdict.NotApplicable, Reason: "primary-passed" }, Is.True);

    [TestCase(AlternateOutcome.SignedIn, Verdict.Pass, "works-elsewhere")]
    [TestCase(AlternateOutcome.ExtraStep, Verdict.Warn, "extra-step")]
    [TestCase(AlternateOutcome.Refused, Verdict.Fail, "refused-everywhere")]
    [TestCase(AlternateOutcome.Blocked, Verdict.Inconclusive, "alternate-blocked")]
    [TestCase(AlternateOutcome.Undecided, Verdict.Inconclusive, "undecided")]
    public void The_other_door_decides_whose_fault_a_refusal_is(AlternateOutcome outcome, Verdict verdict, string reason)
    {
        var result = FaultEvidence.WrongPassword(live: true).Alternate(outcome, "Wrong email or password").Ask(Id);

        Assert.That((result.Verdict, result.Reason), Is.EqualTo((verdict, reason)));
    }

    [Test]
    public void A_password_that_is_wrong_everywhere_is_the_headline() =>
        Assert.That(FaultEvidence.WrongPassword(live: true).Alternate(AlternateOutcome.Refused).Judge().Headline?.Check, Is.EqualTo(Id));

    [Test]
    public void The_log_of_another_application_may_answer() =>
        Assert.That(FaultEvidence.WrongPassword(live: true).Users(WitnessEvidence.Record())
            .Log(WitnessEvidence.Event("fp"), WitnessEvidence.Event("s", client: "crm", seconds: 60)).Ask(Id) is { Verdict: Verdict.Pass, Reason: "works-elsewhere" }, Is.True);

    [Test]
    public void Without_another_door_it_says_what_would_answer() =>
        Assert.That(FaultEvidence.WrongPassword(live: true).Ask(Id) is { Verdict: Verdict.Inconclusive, Summary: { } text } && text.Contains("alternate", StringComparison.Ordinal), Is.True);
}
