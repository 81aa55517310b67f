using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Prober.Monitor;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Metrics;
using Prober.Monitor.Runs;
using Prober.Monitor.Silences;
using Prober.Tests.Monitor.Incidents;

namespace Prober.Tests.Monitor.Alerts;

/// <summary>All that tells of incidents, on a store and a clock of the test's own, with a channel of the target's and one of the operator's.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    private readonly MonitorMetrics _metrics;
    private readonly MeterListener _listener;

    private AlertDesk(StoreFile file, MonitorOptions options)
    {
        (File, Options) = (file, options);
        Book = new(options, file.Database, file.Time);
        History = new(file.Database);
        Notes = new(file.Database, file.Time);
        Silences = new(file.Database, file.Time);
        Outbox = new(file.Database, file.Time);
        // Its meter is told apart from those of other tests by its own instruments.
        var mine = new HashSet<Instrument>();
        var making = true;
        _listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (making && instrument.Name.StartsWith("login_probe_alerts", StringComparison.Ordinal) && mine.Add(instrument)) listener.EnableMeasurementEvents(instrument); } };
        _listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Counted.Add($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        _metrics = new(new Admission(options, file.Time), new(), file.Time);
        _listener.Start();
        making = false;
        Restart();
    }

    public StoreFile File { get; }

    public MonitorOptions Options { get; }

    public IncidentBook Book { get; }

    public IncidentHistory History { get; }

    public AlertNotes Notes { get; }

    public AlertOutbox Outbox { get; }

    public SilenceBook Silences { get; }

    public ScriptedChannel Target { get; } = new();

    public ScriptedChannel Operator { get; } = new();

    public List<string> Counted { get; } = [];

    public AlertSender Sender { get; private set; } = null!;

    public AlertPlan Plan { get; private set; } = null!;

    public static async Task<AlertDesk> CreateAsync(Func<MonitorOptions, MonitorOptions>? with = null)
    {
        var options = new MonitorOptions { DataFolder = "", Scenarios = [], Slots = 1 };
        return new(await StoreFile.CreateAsync(), with is null ? options : with(options));
    }

    /// <summary>Another process on the same store.</summary>
    public void Restart()
    {
        var routes = new AlertRoutes([Target], [Operator]);
        Plan = new(Options, History, Notes, Silences, routes, File.Time);
        Sender = new(Options, Plan, Outbox, routes, History, Silences, new(File.Runs), _metrics, File.Time, NullLogger<AlertSender>.Instance);
    }

    public Task FailAsync(string scenario = "portal") => File.CountAsync(Book, scenario, IncidentRuns.Failed());

    public Task PassAsync(string scenario = "portal") => File.CountAsync(Book, scenario, IncidentRuns.Passed);

    /// <summary>Lets time go by, then looks once.</summary>
    public async Task AfterAsync(TimeSpan time)
    {
        File.Time.Advance(time);
        await Sender.LookAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Sender.Dispose();
        _metrics.Dispose();
        await File.DisposeAsync();
    }
}
