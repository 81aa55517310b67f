using System.Globalization;
using Prober.Checklist.Reports;
using Prober.Reporting.Wording;

namespace Prober.Reporting.JUnit;

/// <summary>One test suite: a scenario's run.</summary>
internal sealed record JUnitSuite(string Name, string Timestamp, double Seconds, IReadOnlyList<KeyValuePair<string, string>> Properties, IReadOnlyList<JUnitCase> Cases)
{
    public static JUnitSuite Of(Report report) => new(
        Printable.Line(report.Run.Scenario, 200),
        report.Run.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        report.Run.Duration.TotalSeconds,
        [.. PropertiesOf(report)],
        [.. report.Phases.Select(phase => JUnitCase.Of(phase, report.Run.Scenario)), .. report.Checks.Select(check => JUnitCase.Of(check, report.Run.Scenario))]);

    public int Count(JUnitOutcome outcome) => Cases.Count(test => test.Outcome == outcome);

    private static IEnumerable<KeyValuePair<string, string>> PropertiesOf(Report report)
    {
        yield return new("run.id", Printable.Line(report.Run.Id));
        yield return new("run.source", Term.Of(report.Run.Source));
        yield return new("browser", Printable.Line(report.Run.Browser));
        yield return new("prober.version", Printable.Line(report.Run.Version));
        yield return new("verdict", Term.Of(report.Verdict));
        yield return new("fault", Term.Of(report.Fault));
        if (report.Headline is { } headline)
            yield return new("headline", Printable.Line(headline.Summary));
    }
}
