using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Prober.Monitor.Alerts;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Scheduling;
using Prober.Monitor.Store;

namespace Prober.Monitor.Metrics;

/// <summary>
/// What is measured, under the names that blackbox_exporter's dashboards know, and the <c>login_probe_*</c> family beside them. No label ever
/// holds a user or a URL.
/// </summary>
public sealed class MonitorMetrics : IRunListener, IDisposable
{
    public const string MeterName = "Prober.Monitor";

    private readonly Meter _meter = new(MeterName);
    private readonly ConcurrentDictionary<string, LastRun> _last = new(StringComparer.Ordinal);
    private readonly Counter<long> _verdicts, _faults, _leaks, _flaky, _skipped, _alertsSent, _alertsFailed, _missed, _recycled, _bundlesFailed;
    private readonly Histogram<double> _queued, _late;

    private readonly ScenarioShelf _shelf;
    private int _bundlesWaiting;

    public MonitorMetrics(Admission admission, ScenarioShelf shelf, TimeProvider time)
    {
        _shelf = shelf;
        _meter.CreateObservableGauge("probe_success", () => Each(run => run.Success), description: "1 when the last run that counts passed, warnings included; else 0.");
        _meter.CreateObservableGauge("probe_duration_seconds", () => Each(run => run.Seconds), description: "How long the last run took, in seconds.");
        _meter.CreateObservableGauge("login_probe_last_run_timestamp_seconds", () => Each(run => run.EndedAt), description: "When the last run ended, in seconds since 1970.");
        _meter.CreateObservableGauge("login_probe_phase_success", () => Phases(phase => phase.Success), description: "1 when the phase of the last run passed; else 0.");
        _meter.CreateObservableGauge("login_probe_phase_duration_seconds", () => Phases(phase => phase.Seconds), description: "How long the phase of the last run took, in seconds.");
        _meter.CreateObservableGauge("login_probe_verdict_info", () => Last.Select(pair => new Measurement<int>(1, Label("scenario", pair.Key), Label("verdict", pair.Value.Verdict), Label("fault", pair.Value.Fault), Label("check", pair.Value.Check))),
            description: "Verdict, whose fault and headline check of the last run.");
        _meter.CreateObservableGauge("login_probe_queue_length", () => admission.Waiting, description: "Journeys that wait for a slot.");
        _meter.CreateObservableGauge("login_probe_running", () => admission.Walking, description: "Journeys that are walked now.");
        _meter.CreateObservableGauge("login_probe_queue_oldest_seconds", () => admission.Waiters.Select(waiter => (time.GetUtcNow() - waiter.Since).TotalSeconds).DefaultIfEmpty().Max(),
            description: "How long the journey that waits longest has waited, in seconds; 0 when none does.");
        _verdicts = _meter.CreateCounter<long>("login_probe_verdict", description: "Runs by verdict and whose fault it was.");
        _faults = _meter.CreateCounter<long>("login_probe_internal_errors", description: "Runs that the prober itself could not walk.");
        _leaks = _meter.CreateCounter<long>("login_probe_redaction_leaks", description: "Secrets that the audit found in what was written.");
        _flaky = _meter.CreateCounter<long>("login_probe_flaky", description: "Failed runs that the next run did not confirm.");
        _skipped = _meter.CreateCounter<long>("login_probe_skipped", description: "Runs left out to spare an account.");
        _alertsSent = _meter.CreateCounter<long>("login_probe_alerts_sent", description: "Messages that a channel took.");
        _alertsFailed = _meter.CreateCounter<long>("login_probe_alerts_failed", description: "Attempts to send a message that a channel refused.");
        _recycled = _meter.CreateCounter<long>("login_probe_browser_recycles", description: "Browsers that were replaced by a new one, by reason: count, memory, died.");
        _bundlesFailed = _meter.CreateCounter<long>("login_probe_bundle_upload_failures", description: "Attempts to move a run's evidence to the bucket, or out of it, that failed.");
        _meter.CreateObservableGauge("login_probe_bundles_waiting", () => Volatile.Read(ref _bundlesWaiting), description: "Runs whose evidence waits on this node for the bucket.");
        _missed = _meter.CreateCounter<long>("login_probe_missed", description: "Due runs that were not walked, by reason: late, overlap, maintenance, stopped.");
        _late = _meter.CreateHistogram("login_probe_start_delay_seconds", description: "How long after their time scheduled runs began, jitter included, in seconds.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300] });
        _queued = _meter.CreateHistogram("login_probe_queue_seconds", description: "How long runs waited for a slot, in seconds.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.5, 1, 5, 15, 60, 300] });
    }

    /// <summary>A scenario that is gone is not shown any more.</summary>
    private IEnumerable<KeyValuePair<string, LastRun>> Last => _last.Where(pair => _shelf.Find(pair.Key) is not null);

    /// <summary>Shows what is left of the error budgets.</summary>
    public void Show(ErrorBudgets budgets)
    {
        ArgumentNullException.ThrowIfNull(budgets);
        _meter.CreateObservableGauge("login_probe_error_budget_left_ratio", () => budgets.Last.Where(pair => pair.Value.Left is not null).Select(pair => new Measurement<double>(pair.Value.Left!.Value, Label("scenario", pair.Key))),
            description: "Share of the error budget of 30 days that is left, 1 for all of it; negative when more was spent than there was.");
        _meter.CreateObservableGauge("login_probe_objective_ratio", () => budgets.Last.Select(pair => new Measurement<double>(pair.Value.Objective, Label("scenario", pair.Key))),
            description: "Share of the runs of 30 days that is to pass.");
    }

    public void Queued(TimeSpan waited) => _queued.Record(waited.TotalSeconds);

    /// <summary>A scheduled run began so long after it was due.</summary>
    public void Started(TimeSpan late) => _late.Record(late.TotalSeconds);

    /// <summary>The shared browser was replaced by a new one.</summary>
    public void Recycled(string reason) => _recycled.Add(1, Label("reason", reason));

    /// <summary>So many runs' evidence waits for the bucket.</summary>
    public void BundlesWaiting(int count) => Volatile.Write(ref _bundlesWaiting, count);

    /// <summary>The bucket was away, or refused.</summary>
    public void BundleFailed() => _bundlesFailed.Add(1);

    /// <summary>Due runs were not walked.</summary>
    public void Missed(string scenario, MissedReason reason, int runs = 1) => _missed.Add(runs, Label("scenario", scenario), Label("reason", Word(reason)));

    /// <summary>A run failed by a check, and the run that was to confirm it passed.</summary>
    public void Flaky(string scenario, string? check) => _flaky.Add(1, Label("scenario", scenario), Label("check", check ?? ""));

    /// <summary>A channel took a message, or refused it.</summary>
    public void Alerted(string channel, AlertKind kind, bool taken) =>
        (taken ? _alertsSent : _alertsFailed).Add(1, Label("channel", channel), Label("kind", Word(kind)));

    public void Recorded(RunRecord run, WalkedJourney? walked)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (walked is { Leaks: > 0 and var leaks }) _leaks.Add(leaks);
        if (run.State == RunState.Skipped) _skipped.Add(1, Label("scenario", run.Scenario));
        if (run.State == RunState.ProberFault) _faults.Add(1, Label("scenario", run.Scenario));
        if (run is not { State: RunState.Completed, EndedAt: { } ended } || walked is null) return;
        _verdicts.Add(1, Label("scenario", run.Scenario), Label("verdict", run.Verdict ?? ""), Label("fault", run.Fault ?? ""));
        _last[run.Scenario] = new LastRun(
            run.Verdict is "pass" or "warn" ? 1 : 0, run.DurationMs / 1000 ?? 0, ended.ToUnixTimeMilliseconds() / 1000.0, run.Verdict ?? "", run.Fault ?? "", run.HeadlineCheck ?? "",
            [.. RunOutcomes.Phases(walked).Select(phase => new LastPhase(phase.Name, phase.Application, phase.Verdict is "pass" or "warn" ? 1 : 0, phase.DurationMs / 1000))]);
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<double>> Each(Func<LastRun, double> value) => Last.Select(pair => new Measurement<double>(value(pair.Value), Label("scenario", pair.Key)));

    private IEnumerable<Measurement<double>> Phases(Func<LastPhase, double> value) => Last.SelectMany(pair => pair.Value.Phases.Select(phase =>
        new Measurement<double>(value(phase), Label("scenario", pair.Key), Label("phase", phase.Name), Label("application", phase.Application))));

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    private static KeyValuePair<string, object?> Label(string name, string value) => new(name, value);

    private sealed record LastRun(double Success, double Seconds, double EndedAt, string Verdict, string Fault, string Check, IReadOnlyList<LastPhase> Phases);

    private sealed record LastPhase(string Name, string Application, double Success, double Seconds);
}
