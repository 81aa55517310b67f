using Prober.Scenarios;

namespace Prober.Browser.Replay;

/// <summary>A scenario without the witnesses that live today: what they would say is not of the time of the recording. Files that a person exported stay.</summary>
public static class ReplayedScenario
{
    public static Scenario Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario with
        {
            Provider = scenario.Provider with { Management = null, ServerLog = null },
            Applications = scenario.Applications.ToDictionary(application => application.Key, application => application.Value with { Log = null, Me = null }),
        };
    }
}
