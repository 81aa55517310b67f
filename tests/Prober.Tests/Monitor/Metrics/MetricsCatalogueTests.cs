using System.Diagnostics.Metrics;
using NUnit.Framework;
using Prober.Monitor;
using Prober.Monitor.Metrics;
using Prober.Monitor.Objectives;
using Prober.Monitor.Runs;
using Prober.Monitor.Scenarios;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Metrics;

public sealed class MetricsCatalogueTests
{
    /// <summary>Dashboards and alert rules go by these names: one that changes breaks somebody's.</summary>
    [Test]
    public void Names_stay()
    {
        var names = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == MonitorMetrics.MeterName) names.Add(instrument.Name); } };
        listener.Start();
        var options = new MonitorOptions { DataFolder = "", Scenarios = [] };
        var admission = new Admission(options, TimeProvider.System);
        names.Clear();
        var shelf = new ScenarioShelf();
        using var metrics = new MonitorMetrics(admission, shelf, TimeProvider.System);
        metrics.Show(new ErrorBudgets(options, shelf, new(MonitorDatabase.Sqlite("")), TimeProvider.System));
        Assert.That(names.Distinct(), Is.EquivalentTo(new[]
        {
            "probe_success", "probe_duration_seconds", "login_probe_last_run_timestamp_seconds", "login_probe_phase_success", "login_probe_phase_duration_seconds",
            "login_probe_verdict_info", "login_probe_queue_length", "login_probe_running", "login_probe_verdict", "login_probe_internal_errors", "login_probe_redaction_leaks",
            "login_probe_flaky", "login_probe_skipped", "login_probe_queue_seconds", "login_probe_alerts_sent", "login_probe_alerts_failed",
            "login_probe_queue_oldest_seconds", "login_probe_start_delay_seconds", "login_probe_missed", "login_probe_browser_recycles",
            "login_probe_bundles_waiting", "login_probe_bundle_upload_failures", "login_probe_error_budget_left_ratio", "login_probe_objective_ratio",
        }));
    }
}
