using System.Globalization;
using Prober.Monitor.Incidents;
using Prober.Monitor.Store;

namespace Prober.Monitor.Alerts;

/// <summary>What is otherwise in the run that opened an incident than in the last run of its scenario that passed.</summary>
public sealed class GreenComparison(RunStore runs)
{
    private const int MostChanges = 6;

    /// <summary>A phase took longer when it took this many times as long, and this many milliseconds more.</summary>
    private const double SlowerTimes = 2, SlowerMs = 1000;

    /// <summary>One line; null when there was no run that passed, or nothing is known of the one that failed.</summary>
    public async Task<string?> DescribeAsync(Incident incident, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.IsForOperator || await runs.FindAsync(incident.RunId, cancellationToken) is not { } failed) return null;
        if (await ChangesAsync(failed, incident.CheckId, cancellationToken) is not { } since) return null;
        var changes = since.Changes;
        var named = changes.Count == 0 ? "nothing else" : string.Join("; ", changes.Take(MostChanges)) + (changes.Count > MostChanges ? $"; and {changes.Count - MostChanges} more" : "");
        return string.Create(CultureInfo.InvariantCulture, $"Changed since the last green run of {failed.Scenario} ({since.Green.StartedAt:yyyy-MM-dd HH:mm} UTC): {named}");
    }

    /// <summary>Null when there was no run that passed before.</summary>
    /// <param name="failed">A run that did not pass.</param>
    /// <param name="headline">Its headline check, which is told elsewhere.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    public async Task<GreenChanges?> ChangesAsync(RunRecord failed, string? headline, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(failed);
        if (await runs.LastGreenAsync(failed.Scenario, failed.StartedAt, cancellationToken) is not { } green) return null;
        var findings = Findings(await runs.FindingsAsync(green.Id, cancellationToken), await runs.FindingsAsync(failed.Id, cancellationToken), headline);
        var phases = Phases(await runs.PhasesAsync(green.Id, cancellationToken), await runs.PhasesAsync(failed.Id, cancellationToken));
        return new(green, [.. phases, .. findings]);
    }

    private static IEnumerable<string> Findings(IReadOnlyList<FindingRecord> green, IReadOnlyList<FindingRecord> failed, string? headline) =>
        from finding in failed
        where finding.CheckId != headline && !green.Any(before => before.CheckId == finding.CheckId && before.Reason == finding.Reason)
        select $"{finding.CheckId} ({finding.Reason}) is new";

    private static IEnumerable<string> Phases(IReadOnlyList<PhaseRecord> green, IReadOnlyList<PhaseRecord> failed) =>
        from before in green
        join after in failed on (before.Name, before.Application) equals (after.Name, after.Application)
        let what = before.Application.Length > 0 ? $"{before.Name} {before.Application}" : before.Name
        let change = before.Verdict != after.Verdict ? $"{what}: {after.Verdict} instead of {before.Verdict}"
            : after.DurationMs > before.DurationMs * SlowerTimes && after.DurationMs > before.DurationMs + SlowerMs ? $"{what} took {Seconds(after)} instead of {Seconds(before)}"
            : null
        where change is not null
        select change;

    private static string Seconds(PhaseRecord phase) => string.Create(CultureInfo.InvariantCulture, $"{phase.DurationMs / 1000:0.0} s");
}
