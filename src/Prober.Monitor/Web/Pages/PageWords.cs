using System.Globalization;
using Prober.Monitor.Objectives;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Pages;

/// <summary>How the pages say what the store holds: never by colour alone.</summary>
internal static class PageWords
{
    public static string State(string state) => state switch
    {
        "pass" => "✓ works",
        "warn" => "! works, with a warning",
        "fail" => "✗ broken",
        "inconclusive" => "? no answer",
        _ => "– not known yet",
    };

    /// <summary>What came of a run.</summary>
    public static string Outcome(RunRecord run) => run switch
    {
        { State: RunState.Waiting } => "… waiting",
        { State: RunState.Running } => "… running",
        { State: RunState.Interrupted } => "· interrupted",
        { State: RunState.ProberFault } => "· the prober's own fault",
        { State: RunState.Abandoned } => "· its process went away",
        { State: RunState.Skipped } => "· left out",
        { State: RunState.Missed } => "· not begun in time",
        { Verdict: "fail", Flaky: true } => "f failed, not confirmed",
        { Verdict: "fail" } => "✗ failed",
        { Verdict: "warn" } => "! passed, with a warning",
        { Verdict: "inconclusive" } => "? no answer",
        _ => "✓ passed",
    };

    /// <summary>The same in one character.</summary>
    public static string Letter(RunRecord run) => Outcome(run)[..1];

    /// <summary>Class that chooses the colour.</summary>
    public static string Tone(RunRecord run) => run.State == RunState.Completed ? run.Flaky ? "v-warn" : $"v-{run.Verdict}" : "v-unknown";

    public static string Cause(RunCause cause) => cause switch
    {
        RunCause.Schedule => "on schedule",
        RunCause.Confirmation => "to confirm",
        _ => "asked for",
    };

    public static string Phase(string name, string application) => application.Length > 0 ? $"{name} {application}" : name;

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";

    public static string Seconds(double? milliseconds) => milliseconds is { } value ? (value / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s" : "–";

    /// <summary>With as many digits as tell a good month from a bad one; what is not all is never rounded to it.</summary>
    public static string Share(double? share) => share switch
    {
        null => "–",
        1 => "100 %",
        { } value => (Math.Floor(value * 10000) / 100).ToString("0.00", CultureInfo.InvariantCulture) + " %",
    };

    public static string Address(string scenario) => $"/scenarios/{Uri.EscapeDataString(scenario)}";

    /// <summary>What is left of an error budget; without a run, and without a budget, nothing is known.</summary>
    public static string BudgetLeft(ErrorBudget? budget) => (budget?.Left < 0 ? "✗ " : "") + Share(budget?.Left);

    /// <summary>Its colour: a quarter left is a warning.</summary>
    public static string BudgetTone(ErrorBudget? budget) => budget?.Left switch
    {
        null => "v-unknown",
        < 0 => "v-fail",
        < 0.25 => "v-warn",
        _ => "v-pass",
    };
}
