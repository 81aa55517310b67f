using NUnit.Framework;
using Prober.Checklist;
using Prober.Lab;
using Prober.Scenarios;

namespace Prober.EndToEnd;

/// <summary>Every fault of the lab in a real browser: the checklist names it, and nothing a naive tool would also flag is red.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultTests
{
    public static IEnumerable<TestCaseData> All =>
        Faults.All.Select(fault => new TestCaseData(fault).SetArgDisplayNames($"{fault.Number} {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Is_named(FaultInfo fault)
    {
        var run = await LabJourney.WalkAsync(
            new LabOptions { Fault = fault.Fault }, fault.Scenario, adjust: scenario => FaultJourneys.Shorten(scenario, fault.Fault), pictures: false);
        var failed = run.Report.Checks.Where(check => check.Verdict == Verdict.Fail).Select(check => check.Id).ToList();
        var story = Story.Of(run);

        Assert.Multiple(() =>
        {
            var named = run.Report.Checks.SingleOrDefault(check => check.Id == fault.Headline);
            Assert.That(run.Report.Headline?.Check, Is.EqualTo(fault.Verdict == "fail" ? fault.Headline : null), story);
            Assert.That(named?.Verdict.ToString(), Is.EqualTo(fault.Headline is null ? null : fault.Verdict).IgnoreCase, story);
            if (fault.Reason is not null) Assert.That(named?.Reason, Is.EqualTo(fault.Reason), story);
            if (fault.AlsoWarns is { } beside)
                Assert.That(run.Report.Checks.Single(check => check.Id == beside).Verdict, Is.EqualTo(Verdict.Warn), story);
            if (fault.Headline is null || fault.Verdict != "fail") Assert.That(failed, Is.Empty, story);
            if (fault.Headline is null) Assert.That(run.Report.Verdict, Is.AnyOf(Verdict.Pass, Verdict.Warn), story);

            Assert.That(failed.Where(check => fault.MustNotFail.Any(pattern => Matches(check, pattern))), Is.Empty, story);
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Error), Is.Empty, story);
            Assert.That(run.Leaks, Is.Empty, story);
        });
        RecordedResults.Compare(fault.Number, fault.Headline, run.Report);
    }

    /// <summary>A check of a phase that is not walked could not fail.</summary>
    [Test]
    public void Journeys_reach_the_checks_that_must_not_fail()
    {
        Assert.That(Asked(FaultJourneys.Has<SecondTabPhase>, "session-*", "session-second-tab"), Is.Empty);
        Assert.That(Asked(FaultJourneys.Has<SsoPhase>, "sso-"), Is.Empty);
        Assert.That(Asked(FaultJourneys.Has<LogoutPhase>, "logout-"), Is.Empty);

        static IEnumerable<string> Asked(Func<Fault, bool> walks, params string[] beginnings) => Faults.All.Where(fault => !walks(fault.Fault))
            .Where(fault => fault.MustNotFail.Any(check => beginnings.Any(beginning => check.StartsWith(beginning, StringComparison.Ordinal)))).Select(fault => fault.Number);
    }

    /// <summary>A star at the end stands for any ending: <c>credentials-*</c>.</summary>
    private static bool Matches(string check, string pattern) =>
        pattern.EndsWith('*') ? check.StartsWith(pattern[..^1], StringComparison.Ordinal) : check == pattern;
}
