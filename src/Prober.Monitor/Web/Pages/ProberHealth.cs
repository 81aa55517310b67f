using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Pages;

/// <summary>How the prober itself is.</summary>
public sealed record ProberHealth
{
    /// <summary>The process that made the page.</summary>
    public required string Node { get; init; }

    /// <summary>All that share the work, and when each last said that it is there.</summary>
    public required IReadOnlyList<(string Node, DateTimeOffset SeenAt)> Nodes { get; init; }

    /// <summary>Journeys at once, on this node.</summary>
    public required int Slots { get; init; }

    public required int Walking { get; init; }

    public required int Waiting { get; init; }

    /// <summary>Of the last 24 hours, on all nodes.</summary>
    public required RunLateness Lateness { get; init; }

    /// <summary>Latest first.</summary>
    public required IReadOnlyList<RunRecord> Faults { get; init; }

    /// <summary>File, or host and database.</summary>
    public required string Store { get; init; }

    public required long StoreBytes { get; init; }

    /// <summary>On the disk of the evidence.</summary>
    public required long FreeBytes { get; init; }
}
