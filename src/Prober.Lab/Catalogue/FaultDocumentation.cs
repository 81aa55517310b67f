using System.Text;

namespace Prober.Lab;

/// <summary>Writes the confusion matrix of all faults (<c>FAULTS.md</c>) from the catalogue and the recorded results.</summary>
public static class FaultDocumentation
{
    private const string Title = """
        # The faults

        Written from the code and from `fault-results.json` by the two commands in the README; do not edit by hand.

        *Expected* is the check that must have the headline, *actual* the one that had it when the end-to-end tests last recorded it;
        each run of those tests compares. A check of the same fault from another witness may fail beside the headline.

        """;

    /// <summary>The whole page in Markdown.</summary>
    public static string Markdown(IReadOnlyList<FaultResult> results)
    {
        var text = new StringBuilder(Title.ReplaceLineEndings("\n"));
        var byNumber = results.ToDictionary(result => result.Number);
        var live = Faults.All;
        text.Append($"{live.Count} faults live in the lab, {FileFaults.All.Count} are edits of a recording, {UnbuiltFault.All.Count} are not built.\n");
        text.Append("\n## Live in the lab\n\n| Fault | What is broken | Expected | Actual | Also failed | Must not fail |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var fault in live.OrderBy(fault => FaultResultFile.Order(fault.Number)))
            Row(text, fault.Number, fault.Name, fault.Summary, Expected(fault.Headline, fault.Verdict), byNumber.GetValueOrDefault(fault.Number), fault.MustNotFail);
        text.Append("\n## Edits of a recording\n\nOnly the HAR is judged, as a person would send it.\n\n");
        text.Append("| Fault | What is wrong with the file | Expected | Actual | Also failed | Must not fail | Why not live |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var fault in FileFaults.All)
            Row(text, fault.Number, fault.Name, fault.Summary, Expected(fault.Headline, "fail"), byNumber.GetValueOrDefault(fault.Number), fault.MustNotFail, fault.NotLive);
        text.Append("\n## Not built\n\n| Fault | What would be broken | Expected | Why not |\n| --- | --- | --- | --- |\n");
        foreach (var fault in UnbuiltFault.All.OrderBy(fault => FaultResultFile.Order(fault.Number)))
            text.Append($"| {fault.Number} | {Cell(fault.Summary)} | {Expected(fault.Headline, fault.Verdict)} | {Cell(fault.Reason)} |\n");
        return text.ToString();
    }

    private static void Row(
        StringBuilder text, string number, string name, string summary, string expected, FaultResult? result, IReadOnlyList<string> mustNotFail, params IReadOnlyList<string> more)
    {
        string[] cells = [number + " " + name, summary, expected, Actual(result, expected), Also(result), string.Join(", ", mustNotFail.Select(Code)), .. more];
        text.Append($"| {string.Join(" | ", cells.Select(Cell))} |\n");
    }

    private static string Expected(string? headline, string verdict) =>
        string.IsNullOrEmpty(headline) ? "none" : verdict == "fail" ? Code(headline) : $"{Code(headline)} ({verdict})";

    private static string Actual(FaultResult? result, string expected) => result switch
    {
        null => "not run yet",
        { Headline: { } headline } => $"{Code(headline)}: {result.Reason}",
        { Warned: true } => expected,
        _ => "none",
    };

    private static string Also(FaultResult? result) => result is null ? "" : string.Join(", ", result.AlsoFailed.Select(Code));

    private static string Code(string id) => $"`{id}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
