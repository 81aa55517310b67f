using NUnit.Framework;
using Prober.Checklist;
using Prober.Lab;

namespace Prober.EndToEnd.Files;

/// <summary>Recordings that were cut, cleaned or tampered with before they came here: the checklist blames nobody for it, or names it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FileFaultTests
{
    public static IEnumerable<TestCaseData> All =>
        FileFaults.All.Select(fault => new TestCaseData(fault).SetArgDisplayNames($"{fault.Number} {fault.Name}"));

    [TestCaseSource(nameof(All))]
    public async Task Is_judged_rightly(FileFaultInfo fault)
    {
        var recording = await LabRecording.OfAsync(fault.Recording);
        var report = ChecklistRunner.Run(await recording.AsFileAsync(FileEdits.All[fault.Number](recording)));
        var story = string.Join('\n', report.Checks.Select(check => $"  {check.Verdict,-13} {check.Id} [{check.Reason}] {check.Summary}"));
        var failed = report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => check.Id).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(report.Headline?.Check, Is.EqualTo(fault.Headline), story);
            Assert.That(failed.Where(check => check != fault.Headline && (fault.Headline is null || fault.MustNotFail.Any(pattern => Matches(check, pattern)))), Is.Empty, story);
        });
        RecordedResults.Compare(fault.Number, fault.Headline, report);
    }

    /// <summary>An edit that changes nothing would prove nothing.</summary>
    [TestCase(LabScenario.ServerSide)]
    [TestCase(LabScenario.BrowserApplication)]
    [TestCase(LabScenario.Federated)]
    [TestCase(LabScenario.Saml)]
    public async Task The_recording_as_it_is_fails_nowhere(LabScenario scenario)
    {
        var recording = await LabRecording.OfAsync(scenario);
        var report = ChecklistRunner.Run(await recording.AsFileAsync(recording.Raw.Traffic.Value!));

        Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail or Verdict.Error).Select(check => $"{check.Id} {check.Reason}: {check.Summary}"), Is.Empty);
    }

    private static bool Matches(string check, string pattern) =>
        pattern.EndsWith('*') ? check.StartsWith(pattern[..^1], StringComparison.Ordinal) : check == pattern;
}
