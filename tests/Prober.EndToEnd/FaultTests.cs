using NUnit.Framework;
using Prober.Checklist;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>Every fault of the lab in a real browser: the checklist names it, and nothing a naive tool would also flag is red.</summary>
public sealed class FaultTests
{
    public static IEnumerable<TestCaseData> All =>
        Faults.All.Select(fault => new TestCaseData(fault).SetArgDisplayNames($"{fault.Number} {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Is_named(FaultInfo fault)
    {
        var run = await LabJourney.WalkAsync(new LabOptions { Fault = fault.Fault }, fault.Scenario);
        var failed = run.Report.Checks.Where(check => check.Verdict == Verdict.Fail).Select(check => check.Id).ToList();
        var story = Story.Of(run);

        Assert.Multiple(() =>
        {
            if (fault.Verdict == "warn")
            {
                Assert.That(run.Report.Checks.Single(check => check.Id == fault.Headline).Verdict, Is.EqualTo(Verdict.Warn), story);
                Assert.That(failed, Is.Empty, story);
            }
            else
            {
                Assert.That(run.Report.Headline?.Check, Is.EqualTo(fault.Headline), story);
            }

            Assert.That(failed.Where(check => fault.MustNotFail.Any(pattern => Matches(check, pattern))), Is.Empty, story);
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Error), Is.Empty, story);
            Assert.That(run.Leaks, Is.Empty, story);
        });
        RecordedResults.Compare(fault.Number, fault.Headline, run.Report);
    }

    [TestCase(Fault.RedirectUriScheme, "scheme")]
    [TestCase(Fault.RedirectUriTrailingSlash, "trailing-slash")]
    [TestCase(Fault.AccountLocked, "lockout")]
    public async Task Is_named_with_its_reason(Fault fault, string reason)
    {
        var run = await LabJourney.WalkAsync(new LabOptions { Fault = fault });
        Assert.That(run.Report.Headline?.Reason, Is.EqualTo(reason), Story.Of(run));
    }

    /// <summary>A star at the end stands for any ending: <c>credentials-*</c>.</summary>
    private static bool Matches(string check, string pattern) =>
        pattern.EndsWith('*') ? check.StartsWith(pattern[..^1], StringComparison.Ordinal) : check == pattern;
}
