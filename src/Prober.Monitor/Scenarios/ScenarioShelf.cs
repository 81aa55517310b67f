using System.Collections.Concurrent;
using Prober.Scenarios;

namespace Prober.Monitor.Scenarios;

/// <summary>The scenarios as they are in force now, by name.</summary>
public sealed class ScenarioShelf
{
    private readonly ConcurrentDictionary<string, Scenario> _scenarios = new(StringComparer.Ordinal);

    /// <summary>By name.</summary>
    public IReadOnlyList<Scenario> All => [.. _scenarios.Values.OrderBy(scenario => scenario.Name, StringComparer.Ordinal)];

    /// <summary>What is wrong with files that were refused, by path; a former version of theirs goes on.</summary>
    public ConcurrentDictionary<string, string> Refused { get; } = new(StringComparer.Ordinal);

    public Scenario? Find(string name) => _scenarios.GetValueOrDefault(name);

    public void Put(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        _scenarios[scenario.Name] = scenario;
    }

    public void Remove(string name) => _scenarios.TryRemove(name, out _);
}
