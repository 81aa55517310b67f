using System.Data.Common;
using Prober.Monitor.Accounts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Store;
using Prober.Scenarios;

namespace Prober.Monitor.Runs;

/// <summary>One due run from account and slot to its record: nothing is walked without a record, whatever happens in between.</summary>
public sealed class JourneyRuns(
    MonitorOptions options, MonitorLife life, IJourneyWalker walker, RunStore store, AccountLeases leases, AccountRest rest, Admission admission, MonitorMetrics metrics, IncidentBook incidents,
    IEnumerable<IRunListener> listeners, TimeProvider time)
{
    /// <summary>A run that waits for its slot keeps its account for so long. If its process goes away meanwhile, its record says that it waited, and whoever sees that frees the account.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Walks a scenario, and again when it failed and is to be confirmed. Returns the run that counts.</summary>
    /// <exception cref="OperationCanceledException">It had not begun when the monitor was stopped.</exception>
    public async Task<RunRecord> RunAsync(Scenario scenario, RunCause cause, DateTimeOffset due, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.Stopping);
        using var walking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.Drained);
        return await RunAsync(scenario, cause, due, waiting.Token, walking.Token);
    }

    private async Task<RunRecord> RunAsync(Scenario scenario, RunCause cause, DateTimeOffset due, CancellationToken waiting, CancellationToken walking)
    {
        var account = AccountKey.Of(scenario);
        if (await rest.UntilAsync(account, waiting) is { } until)
        {
            var skipped = await SkipAsync(scenario, cause, due, until);
            await incidents.CountAsync(scenario, skipped, CancellationToken.None);
            return skipped;
        }

        var run = await WalkAsync(scenario, account, New(scenario, cause, due), waiting, walking);
        for (var again = 0; again < options.Confirmations && IsWorthConfirming(run) && !waiting.IsCancellationRequested; again++)
        {
            if (await ConfirmAsync(scenario, account, run, waiting, walking) is not { } second) break;
            if (second is { State: RunState.Completed, Verdict: "pass" or "warn" })
            {
                await store.MarkFlakyAsync(run.Id, CancellationToken.None);
                metrics.Flaky(scenario.Name, run.HeadlineCheck);
            }

            run = second;
        }

        await StorePatience.UntilDoneAsync(() => incidents.CountAsync(scenario, run, CancellationToken.None), time, walking);
        return run;
    }

    // Null when the monitor was stopped, or the database went away, before it began: then the failure stands as it is.
    private async Task<RunRecord?> ConfirmAsync(Scenario scenario, string account, RunRecord failed, CancellationToken waiting, CancellationToken walking)
    {
        try
        {
            return await WalkAsync(scenario, account, New(scenario, RunCause.Confirmation, time.GetUtcNow()) with { Confirms = failed.Id }, waiting, walking);
        }
        catch (Exception stopped) when (stopped is DbException || (stopped is OperationCanceledException && waiting.IsCancellationRequested))
        {
            return null;
        }
    }

    // A refused password is not tried twice: one attempt a run, and no closer to a lockout than the schedule goes.
    private static bool IsWorthConfirming(RunRecord run) => run is { State: RunState.Completed, Verdict: "fail" } && run.Fault != "account";

    private RunRecord New(Scenario scenario, RunCause cause, DateTimeOffset due) => new()
    {
        Id = RunIds.New(time.GetUtcNow()),
        Scenario = scenario.Name,
        Node = options.Node,
        State = RunState.Running,
        Cause = cause,
        DueAt = due,
        StartedAt = time.GetUtcNow(),
    };

    private async Task<RunRecord> WalkAsync(Scenario scenario, string account, RunRecord run, CancellationToken waiting, CancellationToken walking)
    {
        var record = new WaitingRecord(store, run, time);
        try
        {
            return await WalkAsync(scenario, account, run, record, waiting, walking);
        }
        catch
        {
            await record.ForgetAsync(walking);
            throw;
        }
    }

    private async Task<RunRecord> WalkAsync(Scenario scenario, string account, RunRecord run, WaitingRecord record, CancellationToken waiting, CancellationToken walking)
    {
        var longest = Longest(scenario);
        var seed = AccountKey.OfOneTimeCodes(scenario);
        var hasWaited = false;
        await leases.TakeAsync(account, run.Id, longest, record.WriteAsync, waiting);
        try
        {
            // Always the account first: nobody who holds a seed waits for an account.
            if (seed is not null) await leases.TakeAsync(seed, run.Id, longest, KeepWaitingAsync, waiting);
            var (ended, waited) = await admission.AdmitAsync(scenario.Name, scenario.Schedule?.Priority ?? ScheduleSettings.UsualPriority, KeepWaitingAsync, BeginAsync, waiting);
            metrics.Queued(waited);
            if (ended.Cause == RunCause.Schedule) metrics.Started(ended.StartedAt - ended.DueAt);
            return ended;
        }
        finally
        {
            await StorePatience.UntilDoneAsync(() => GiveBackAsync(account, seed, run.Id), time, walking);
        }

        async Task KeepWaitingAsync()
        {
            hasWaited = true;
            await record.WriteAsync();
            await leases.HoldAsync(run.Id, LongestWait, waiting);
        }

        async Task<RunRecord> BeginAsync()
        {
            if (hasWaited) await leases.HoldAsync(run.Id, longest, walking);
            return await RecordAsync(scenario, account, run with { StartedAt = time.GetUtcNow() }, record, walking);
        }
    }

    private async Task GiveBackAsync(string account, string? seed, string run)
    {
        if (seed is not null) await leases.GiveBackAfterWindowAsync(seed, run, CancellationToken.None);
        await leases.GiveBackAsync(account, run, CancellationToken.None);
    }

    private async Task<RunRecord> RecordAsync(Scenario scenario, string account, RunRecord run, WaitingRecord record, CancellationToken cancellationToken)
    {
        await record.BeginAsync(run, cancellationToken);
        WalkedJourney? walked = null;
        RunRecord ended;
        try
        {
            walked = await WalkToTheEndAsync(scenario, cancellationToken);
            ended = RunOutcomes.Of(run, walked, time.GetUtcNow());
            await StorePatience.UntilDoneAsync(() => TellAccountAsync(account, ended), time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            ended = run with { State = RunState.Interrupted, EndedAt = time.GetUtcNow(), Fault = "prober", Summary = "The monitor was stopped while this journey was walked." };
        }
        catch (JourneyFaultException fault)
        {
            ended = run with { State = RunState.ProberFault, EndedAt = time.GetUtcNow(), Fault = "prober", Summary = fault.Message };
        }

        // A database that is away for a minute costs no run its end.
        await StorePatience.UntilDoneAsync(() => store.EndAsync(ended, RunOutcomes.Phases(walked), RunOutcomes.Findings(walked), CancellationToken.None), time, cancellationToken);
        foreach (var listener in listeners) listener.Recorded(ended, walked);
        return ended;
    }

    /// <summary>
    /// A journey ends with its budget. One that does not hangs in the prober itself, and would keep its slot, its account and, as no two of a scenario are walked at once, its scenario for ever:
    /// it is left behind when its lease ends.
    /// </summary>
    private async Task<WalkedJourney> WalkToTheEndAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var walk = walker.WalkAsync(scenario, Path.Combine(options.DataFolder, "runs", scenario.Name), left.Token);
        await ((Task)walk).WaitAsync(Longest(scenario), time, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (walk.IsCompleted) return await walk;
        await left.CancelAsync();
        _ = walk.ContinueWith(static late => _ = late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        throw new JourneyFaultException($"the journey did not end, {(Longest(scenario) - scenario.Budgets.Run).TotalSeconds:0} s after its budget was over, and was left behind");
    }

    /// <summary>How long a journey may take, and hold what nobody else may use meanwhile: its budget, and time to write down what it saw.</summary>
    private TimeSpan Longest(Scenario scenario) => scenario.Budgets.Run + options.Drain + TimeSpan.FromMinutes(1);

    private Task TellAccountAsync(string account, RunRecord run) => run switch
    {
        { Fault: "account", HeadlineCheck: { } check } when check.StartsWith("credentials-", StringComparison.Ordinal) => rest.RefusedAsync(account, CancellationToken.None),
        { Verdict: "pass" or "warn" } => rest.AcceptedAsync(account, CancellationToken.None),
        _ => Task.CompletedTask,
    };

    private async Task<RunRecord> SkipAsync(Scenario scenario, RunCause cause, DateTimeOffset due, DateTimeOffset until)
    {
        var skipped = New(scenario, cause, due) with
        {
            State = RunState.Skipped,
            EndedAt = time.GetUtcNow(),
            Fault = "account",
            Summary = $"The account's password was refused {AccountRest.RefusalsInARow} times in a row; it is left alone until {until:u}, before the provider locks it.",
            Remedy = "Set the right password for the probe account, then start the monitor again.",
        };
        await store.BeginAsync(skipped, CancellationToken.None);
        foreach (var listener in listeners) listener.Recorded(skipped, null);
        return skipped;
    }
}
