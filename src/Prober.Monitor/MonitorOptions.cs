using Prober.Monitor.Alerts;
using Prober.Monitor.Bundles;
using Prober.Monitor.Runs;
using Prober.Monitor.Web.Access;

namespace Prober.Monitor;

/// <summary>What <c>prober serve</c> was told.</summary>
public sealed record MonitorOptions
{
    /// <summary>Folder of the bundles, and of the database when it is SQLite.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where bundles go once a run has ended, so that every node can show them; null to leave them in the data folder.</summary>
    public BucketAddress? Bundles { get; init; }

    /// <summary>Scenario files, or folders that hold them.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Journeys at once; as many as there are cores unless told otherwise.</summary>
    public int Slots { get; init; } = Environment.ProcessorCount;

    /// <summary>How often a failed run is walked again before it counts; 0 to believe the first.</summary>
    public int Confirmations { get; init; } = 1;

    /// <summary>How long running journeys may go on after the monitor was told to stop.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>What is kept of past runs.</summary>
    public RetentionRules Retention { get; init; } = new();

    /// <summary>Where those who get an alert reach the page; links in messages begin with it, and without it there are none.</summary>
    public Uri? Page { get; init; }

    /// <summary>Who may come to the page and the API.</summary>
    public AccessOptions Access { get; init; } = new();

    /// <summary>Share of the runs of 30 days that is to pass, over 0 and under 1; null for none.</summary>
    public double? Objective { get; init; }

    /// <summary>Where metrics and traces go by OTLP, the address without <c>/v1/traces</c>; null for nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>OTLP by gRPC and not by HTTP.</summary>
    public bool OtlpIsGrpc { get; init; }

    /// <summary>When somebody is told of what broke.</summary>
    public AlertRules Alerts { get; init; } = new();

    /// <summary>This process among those that share a database; new with every start.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}";
}
