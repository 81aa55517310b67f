using Prober.Monitor.Incidents;
using Prober.Monitor.Store;
using Prober.Scenarios;
using Prober.Tests.Monitor.Scenarios;

namespace Prober.Tests.Monitor.Incidents;

/// <summary>Runs that open and end incidents.</summary>
internal static class IncidentRuns
{
    private static readonly Scenario Template = MonitoredScenario.Named("portal");

    public static RunRecord Passed(RunRecord run) => run with { State = RunState.Completed, Verdict = "pass" };

    public static Func<RunRecord, RunRecord> Failed(string check = "login-prompt-idp-available", string fault = "identity-provider") => run => run with
    {
        State = RunState.Completed,
        Verdict = "fail",
        Fault = fault,
        HeadlineCheck = check,
        HeadlineReason = "server-error",
        Summary = "The provider answered 503.",
    };

    public static Task CountAsync(this StoreFile file, IncidentBook book, string scenario, Func<RunRecord, RunRecord> outcome) =>
        book.CountAsync(Template with { Name = scenario }, outcome(file.Run("run")) with { Scenario = scenario }, default);
}
