using Prober.Monitor.Accounts;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Incidents;

/// <summary>What makes two failures one.</summary>
/// <param name="Key">The same for failures by the same cause; no user and no secret in it.</param>
/// <param name="Check">Headline check, or what stands for it.</param>
/// <param name="Reason">Of the check.</param>
internal sealed record IncidentCause(string Key, string Check, string Reason)
{
    public bool IsForOperator => Check is IncidentBook.ProberItself or IncidentBook.AccountRests;

    /// <summary>Null for a run that fails by nothing, or says nothing.</summary>
    public static IncidentCause? Of(Scenario scenario, RunRecord run) => run switch
    {
        { State: RunState.Completed, Verdict: "fail", HeadlineCheck: { } check } => Target(scenario, run, check),
        { State: RunState.ProberFault, Verdict: null } => Own("not-walked"),
        { State: RunState.ProberFault, Verdict: "error" } => Own("broke-off"),
        // Another verdict beside an own fault: it was walked, and then a secret was found in what was written.
        { State: RunState.ProberFault } => Own("secret-written"),
        { State: RunState.Abandoned } => Own("process-gone"),
        { State: RunState.Skipped } => new($"{IncidentBook.AccountRests}|{AccountKey.Of(scenario)}", IncidentBook.AccountRests, "password-refused"),
        _ => null,
    };

    private static IncidentCause Target(Scenario scenario, RunRecord run, string check)
    {
        var host = Uri.TryCreate(scenario.Provider.Issuer, UriKind.Absolute, out var issuer) ? issuer.Authority : scenario.Name;
        // An application's own fault is that application's alone, whoever its provider is.
        return new($"{run.Fault}|{check}|{run.HeadlineReason}|{(run.Fault == "application" ? scenario.Name : host)}", check, run.HeadlineReason ?? "");
    }

    // Messages of own faults name files and numbers, which are others each time.
    public static IncidentCause Own(string reason) => new($"{IncidentBook.ProberItself}|{reason}", IncidentBook.ProberItself, reason);
}
