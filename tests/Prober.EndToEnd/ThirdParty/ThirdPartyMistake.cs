using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Runs;

namespace Prober.EndToEnd.ThirdParty;

/// <summary>A mistake in the configuration of somebody else's software, with the headline that the checklist's table of faults asks for.</summary>
internal static class ThirdPartyMistake
{
    /// <summary>A test case.</summary>
    /// <param name="name">Its number in the table, if it has one, and what was done.</param>
    /// <param name="mistake">Makes it.</param>
    /// <param name="headline">The check that must have the headline.</param>
    /// <param name="reason">Its reason.</param>
    /// <param name="mustNotFail">Checks that must not fail beside it; a star at the end stands for anything.</param>
    public static TestCaseData Of<TSettings>(string name, Action<TSettings> mistake, string headline, string reason, params string[] mustNotFail) =>
        new TestCaseData(mistake, headline, reason, mustNotFail).SetArgDisplayNames(name);

    public static void IsNamed(CompletedRun run, string headline, string reason, string[] mustNotFail, string output)
    {
        var story = Story.Of(run) + output;
        Assert.Multiple(() =>
        {
            Assert.That((run.Report.Headline?.Check, run.Report.Headline?.Reason), Is.EqualTo((headline, reason)), story);
            Assert.That(run.Report.Checks.Where(check => check.Verdict == Verdict.Fail && mustNotFail.Any(pattern => Matches(check.Id, pattern))).Select(check => check.Id), Is.Empty, story);
            Assert.That(Said(run.Report, Verdict.Error), Is.Empty, story);
            Assert.That(run.Leaks, Is.Empty);
        });
    }

    /// <summary>What the checks with these verdicts said.</summary>
    public static IEnumerable<string> Said(Report report, params Verdict[] verdicts) =>
        report.Checks.Where(check => verdicts.Contains(check.Verdict)).Select(check => $"{check.Id} [{check.Reason}] {check.Summary}");

    private static bool Matches(string check, string pattern) =>
        pattern.EndsWith('*') ? check.StartsWith(pattern[..^1], StringComparison.Ordinal) : check == pattern;
}
