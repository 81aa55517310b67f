using System.Text.Encodings.Web;
using System.Text.Json;
using Prober.Checklist.Comparison;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;

namespace Prober.Reporting.Comparison;

/// <summary>The comparison for programs.</summary>
internal sealed class JsonComparison : IComparisonRenderer
{
    private static readonly JsonSerializerOptions Layout = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "json";

    public async Task RenderAsync(RunComparison comparison, Stream output, CancellationToken cancellationToken)
    {
        await JsonSerializer.SerializeAsync(
            output,
            new
            {
                SchemaVersion = 1,
                Same = comparison.IsSame,
                Conclusion = ComparisonWords.Conclusion(comparison),
                FirstDifference = comparison.First is { } first ? ComparisonWords.StepNumber(comparison, first) : (int?)null,
                Good = Run(comparison.Good),
                Bad = Run(comparison.Bad),
                Steps = comparison.Hops.Select(hop => new { hop.To, hop.IsSame, Good = Hop(hop.Good), Bad = Hop(hop.Bad), hop.Differences }),
                comparison.Claims,
                comparison.Findings,
                comparison.Limits,
            },
            Layout,
            cancellationToken);
        output.WriteByte((byte)'\n');
    }

    private static object Run(Report report) => new
    {
        report.Run.Id,
        report.Run.Scenario,
        Verdict = Term.Of(report.Verdict),
        Headline = report.Headline is { } headline ? new { headline.Check, headline.Reason, headline.Summary } : null,
    };

    private static object? Hop(Hop? hop) => hop is null ? null : new { hop.Entry, hop.Label, hop.Method, hop.Url, hop.Status, hop.Failure, hop.RedirectsTo, hop.DurationMs };
}
