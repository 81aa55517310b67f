using System.Runtime.CompilerServices;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>
/// Compares what the checklist made of a fault with what it made of it when that was last recorded, so that a change is seen even where
/// the headline stays right. <c>PROBER_UPDATE_GOLDEN=1</c> records instead, and writes the page of all faults.
/// </summary>
internal static class RecordedResults
{
    private static readonly Lock Writing = new();
    private static readonly string Folder = Path.GetFullPath("../../src/Prober.Lab", Path.GetDirectoryName(Here())!);
    private static readonly string File = Path.Combine(Folder, "fault-results.json");

    public static void Compare(string number, string? expected, Report report)
    {
        var actual = Of(number, expected, report);
        using var alone = Writing.EnterScope();
        var recorded = FaultResultFile.Parse(System.IO.File.ReadAllText(File)).ToList();
        var before = recorded.Find(result => result.Number == number);
        if (Environment.GetEnvironmentVariable("PROBER_UPDATE_GOLDEN") == "1")
        {
            recorded.RemoveAll(result => result.Number == number);
            recorded.Add(actual);
            System.IO.File.WriteAllText(File, FaultResultFile.Write(recorded));
            System.IO.File.WriteAllText(Path.Combine(Folder, "FAULTS.md"), FaultDocumentation.Markdown(recorded));
            return;
        }

        Assert.That(before, Is.Not.Null, $"{number} was never recorded; run once with PROBER_UPDATE_GOLDEN=1");
        Assert.That(FaultResultFile.Write([actual]), Is.EqualTo(FaultResultFile.Write([before!])), $"{number} is judged otherwise than when it was recorded");
    }

    private static FaultResult Of(string number, string? expected, Report report) => new(
        number,
        report.Headline?.Check,
        report.Headline?.Reason,
        [.. report.Checks.Where(check => check.Verdict == Verdict.Fail && check.Id != report.Headline?.Check).Select(check => check.Id)],
        report.Headline is null && report.Checks.Any(check => check.Id == expected && check.Verdict == Verdict.Warn));

    private static string Here([CallerFilePath] string here = "") => here;
}
