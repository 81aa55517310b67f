using System.Globalization;
using System.Text;
using Prober.Checklist.Comparison;
using Prober.Checklist.Reports;
using Prober.Reporting.Markdown;

namespace Prober.Reporting.Comparison;

/// <summary>The comparison to paste into a ticket: the answer, and the steps that differ.</summary>
internal sealed class MarkdownComparison : IComparisonRenderer
{
    public string Name => "markdown";

    public async Task RenderAsync(RunComparison comparison, Stream output, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes(Text(comparison)), cancellationToken);

    private static string Text(RunComparison comparison)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{MarkdownText.Prose(ComparisonWords.Conclusion(comparison))}**\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| | |\n|---|---|\n| first | {MarkdownText.Prose(ComparisonWords.Verdict(comparison.Good))} |\n| second | {MarkdownText.Prose(ComparisonWords.Verdict(comparison.Bad))} |\n");
        var steps = comparison.Hops.Where(hop => !hop.IsSame).ToList();
        if (steps.Count > 0) text.Append("\n| step | what | first | second |\n|---|---|---|---|\n");
        foreach (var hop in steps) Append(text, comparison, hop);
        foreach (var limit in comparison.Limits) text.Append(CultureInfo.InvariantCulture, $"\n{MarkdownText.Prose(limit)}\n");
        Append(text, "token", comparison.Claims);
        Append(text, "checklist", comparison.Findings);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<Difference> differences)
    {
        if (differences.Count > 0) text.Append(CultureInfo.InvariantCulture, $"\n| {title} | first | second |\n|---|---|---|\n");
        foreach (var difference in differences) text.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.Prose(difference.What)} | {Side(difference.Good)} | {Side(difference.Bad)} |\n");
    }

    private static void Append(StringBuilder text, RunComparison comparison, ComparedHop hop)
    {
        var step = $"{ComparisonWords.StepNumber(comparison, hop)}. {MarkdownText.Prose(ComparisonWords.Step(hop))}";
        if (hop.Differences.Count == 0) text.Append(CultureInfo.InvariantCulture, $"| {step} | taken | {Taken(hop.Good)} | {Taken(hop.Bad)} |\n");
        foreach (var difference in hop.Differences) text.Append(CultureInfo.InvariantCulture, $"| {step} | {MarkdownText.Prose(difference.What)} | {Side(difference.Good)} | {Side(difference.Bad)} |\n");
    }

    private static string Taken(Hop? hop) => hop is null ? "no" : $"yes, entry {hop.Entry}";

    private static string Side(string? value) => value is null ? "absent" : MarkdownText.Code(value);
}
