using Prober.Monitor.Incidents;

namespace Prober.Monitor.Silences;

/// <summary>The silences that are in force.</summary>
public sealed record SilenceList(IReadOnlyList<Silence> All)
{
    /// <summary>Until when nothing is told of a scenario; null when it is not silenced.</summary>
    public DateTimeOffset? Until(string scenario) => All.Where(silence => silence.Covers(scenario)).Select(silence => (DateTimeOffset?)silence.EndsAt).Max();

    /// <summary>The incident with the scenarios that may be told of; null when there are none.</summary>
    public Incident? Audible(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        List<string> heard = [.. incident.Scenarios.Where(scenario => Until(scenario) is null)];
        return heard.Count == incident.Scenarios.Count ? incident : heard.Count == 0 ? null : incident with { Scenarios = heard };
    }
}
