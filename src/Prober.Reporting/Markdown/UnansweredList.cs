using System.Text;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using static Prober.Reporting.Markdown.MarkdownText;

namespace Prober.Reporting.Markdown;

/// <summary>What this evidence could not answer, and what would.</summary>
internal static class UnansweredList
{
    public static void AppendTo(StringBuilder text, ReportIndex index)
    {
        var open = index.Stages.SelectMany(stage => stage.Checks).Where(check => check.Verdict == Verdict.Inconclusive).ToList();
        if (open.Count == 0)
            return;

        text.Append("\n### What could not be answered\n\n");
        foreach (var check in open.Where(check => check.BlockedBy is null))
            text.Append($"- {Code(check.Id)}: {Prose(check.Summary)}{Wanted(check)}\n");
        foreach (var cause in open.Where(check => check.BlockedBy is not null).GroupBy(check => check.BlockedBy!))
            text.Append($"- Waiting for {Code(cause.Key)} to be mended: {string.Join(", ", cause.Select(check => Code(check.Id)))}\n");
    }

    private static string Wanted(CheckResult check) => check.AnsweredBy is { } wanted ? $" What would answer it: {Prose(wanted)}" : "";
}
