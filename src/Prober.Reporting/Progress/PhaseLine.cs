using Prober.Reporting.Wording;

namespace Prober.Reporting.Progress;

/// <summary>A phase that ended, on one line.</summary>
internal static class PhaseLine
{
    private const string Good = "reached";

    public static string Of(string phase, string application, string outcome, TimeSpan duration, string? detail, bool unicode)
    {
        var told = IsGood(outcome) ? "" : detail is null ? $": {outcome}" : $": {outcome}, {detail}";
        return Printable.Line($"{Symbol(outcome, unicode)} {phase} {application} ({Moment.Duration(duration)}){told}", 500);
    }

    public static bool IsGood(string outcome) => outcome.Equals(Good, StringComparison.OrdinalIgnoreCase);

    public static string Symbol(string outcome, bool unicode) =>
        (IsGood(outcome), unicode) switch { (true, true) => "✓", (true, false) => "+", (false, true) => "✗", _ => "x" };
}
