using System.Text;
using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;
using static Prober.Reporting.Markdown.MarkdownText;

namespace Prober.Reporting.Markdown;

/// <summary>The report as one pastes it into a ticket: what broke and what proves it, without what went well.</summary>
public sealed class MarkdownRenderer : IReportRenderer
{
    public string Name => "markdown";

    public string FileName => "report.md";

    public async Task RenderAsync(Report report, Stream output, CancellationToken cancellationToken) =>
        await output.WriteAsync(Encoding.UTF8.GetBytes(Render(report)), cancellationToken);

    /// <summary>The same as a string, for the clipboard and for issue trackers' interfaces.</summary>
    public static string Render(Report report)
    {
        var index = new ReportIndex(report);
        var text = new StringBuilder();
        AppendConclusion(text, index);
        AppendPhases(text, report);
        AppendChecks(text, "What failed", index, Verdict.Fail, Verdict.Error);
        HopTable.AppendTo(text, report);
        AppendChecks(text, "Warnings", index, Verdict.Warn);
        UnansweredList.AppendTo(text, index);
        AppendQuality(text, report);
        AppendAssumptions(text, report);
        return text.ToString();
    }

    private static void AppendConclusion(StringBuilder text, ReportIndex index)
    {
        var report = index.Report;
        var conclusion = Conclusion.Of(report);
        text.Append($"## {VerdictWords.Symbol(report.Verdict)} {Prose(report.Run.Scenario, 200)}: {VerdictWords.OfRun(report.Verdict)}\n\n");
        text.Append($"**{Prose(conclusion.Sentence)}**\n\n");
        foreach (var pointer in conclusion.Evidence.Take(5))
            text.Append($"- **Where:** {Pointer(pointer)}{HopOf(index, pointer)}\n");
        if (conclusion.Remedy is { } remedy)
            text.Append($"- **{(report.Verdict == Verdict.Inconclusive ? "What would help" : "How to mend")}:** {Prose(remedy)}\n");
        if (report.Fault != FaultOwner.None)
            text.Append($"- **Whose fault:** {Term.Of(report.Fault)}. {FaultWords.Act(report.Fault)}\n");
        if (conclusion.Check is { } check)
            text.Append($"- **Check:** {Code(check)} ({Code(conclusion.Reason)})\n");
        AppendRun(text, report);
    }

    private static void AppendRun(StringBuilder text, Report report)
    {
        var run = report.Run;
        var browser = run.Browser is null ? "" : $", {Prose(run.Browser, 80)}";
        text.Append($"- **Run:** {Code(run.Id)}, {Moment.Utc(run.StartedAt)}, {Moment.Duration(run.Duration)}, {Term.Of(run.Source)}{browser}, prober {Prose(run.Version, 40)}\n");
        if (run.OutcomeDetail is { } detail)
            text.Append($"- **How the run ended:** {Prose(detail)}\n");
    }

    private static void AppendPhases(StringBuilder text, Report report)
    {
        if (report.Phases.Count == 0)
            return;

        text.Append("\n### Phases\n\n| Phase | Application | Result | Took | Detail |\n| --- | --- | --- | ---: | --- |\n");
        foreach (var phase in report.Phases)
        {
            text.Append($"| {PhaseWords.Of(phase.Name)} | {Prose(phase.Application, 80)} | {Mark(phase.Verdict)} | {Moment.Duration(phase.DurationMs)} | {Prose(phase.Detail)} |\n");
        }
    }

    private static void AppendChecks(StringBuilder text, string heading, ReportIndex index, params Verdict[] verdicts)
    {
        var checks = index.Stages.SelectMany(stage => stage.Checks).Where(check => verdicts.Contains(check.Verdict)).ToList();
        if (checks.Count == 0)
            return;

        text.Append($"\n### {heading}\n");
        foreach (var check in checks)
        {
            text.Append($"\n{Mark(check.Verdict)} {Code(check.Id)}: {Prose(check.Summary)}\n\n");
            text.Append($"- Question: {Prose(check.Question)}\n");
            if (check.Remedy is { } remedy)
                text.Append($"- Mend: {Prose(remedy)}\n");
            foreach (var pointer in check.Evidence)
                text.Append($"- Evidence: {Pointer(pointer)}{HopOf(index, pointer)}\n");
        }
    }

    private static void AppendQuality(StringBuilder text, Report report)
    {
        if (report.Quality.Count == 0)
            return;

        text.Append("\n### What limits this evidence\n\n");
        foreach (var flag in report.Quality)
            text.Append($"- {Code(flag.Id)}: {Prose(flag.Text)}\n");
    }

    private static void AppendAssumptions(StringBuilder text, Report report)
    {
        if (report.Assumptions.Count > 0)
            text.Append("\n### What was assumed, as no scenario says it\n\n");
        foreach (var assumption in report.Assumptions)
            text.Append($"- {Prose(AssumptionWords.Of(assumption))}\n");
        if (report.Request is { } request)
            text.Append($"\n### What to ask for\n\n{string.Join('\n', request.Split('\n').Select(line => $"> {Prose(line, 600)}\n>"))}\n");
    }

    private static string Mark(Verdict verdict) => $"{VerdictWords.Symbol(verdict)} {VerdictWords.Word(verdict)}";

    private static string Pointer(EvidencePointer pointer)
    {
        var field = pointer.Field is { Length: > 0 } name ? $", {Code(name, 100)}" : "";
        var value = pointer.Value is { Length: > 0 } seen ? $": {Code(seen)}" : "";
        return EvidenceWords.Witness(pointer) + field + value;
    }

    private static string HopOf(ReportIndex index, EvidencePointer pointer) =>
        pointer.Source == EvidenceKind.Har && index.Hop(pointer.Entry) is { } hop ? $" ({Code($"{hop.Method} {hop.Url}")})" : "";
}
