using System.Text;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using static Prober.Reporting.Markdown.MarkdownText;

namespace Prober.Reporting.Markdown;

/// <summary>The hops around the failing one: enough to see where the login left its way.</summary>
internal static class HopTable
{
    private const int Before = 6;
    private const int After = 3;

    public static void AppendTo(StringBuilder text, Report report)
    {
        var failing = Enumerable.Range(0, report.Hops.Count).Where(i => report.Hops[i].Failing).ToList();
        if (failing.Count == 0)
            return;

        var first = Math.Max(0, failing[0] - Before);
        var last = Math.Min(report.Hops.Count - 1, failing[0] + After);
        text.Append("\n### The way there\n\n| Entry | At | What | Request | Answer | Leads to |\n| ---: | ---: | --- | --- | --- | --- |\n");
        for (var i = first; i <= last; i++)
            AppendRow(text, report.Hops[i]);
    }

    private static void AppendRow(StringBuilder text, Hop hop)
    {
        var mark = hop.Failing ? "**✗ " : "";
        var end = hop.Failing ? "**" : "";
        var answer = hop.Failure is { } failure ? Prose(failure, 100) : hop.Status.ToString();
        text.Append($"| {hop.Entry} | {Moment.Offset(hop.AtMs)} | {mark}{Prose(hop.Label, 120)}{end} | {CellCode($"{hop.Method} {hop.Url}", 160)} | {mark}{answer}{end} | {CellCode(hop.RedirectsTo, 120)} |\n");
    }
}
