using Prober.Scenarios;

namespace Prober.Monitor.Runs;

/// <summary>Walks a journey once in a real browser and judges it. The monitor knows neither the browser nor the order of the work.</summary>
public interface IJourneyWalker
{
    /// <param name="scenario">What to walk.</param>
    /// <param name="folder">Parent of the run's own folder.</param>
    /// <param name="cancellationToken">Ends the walk; what was seen by then is judged all the same.</param>
    /// <exception cref="JourneyFaultException">The prober could not do its work; nothing is said of the target.</exception>
    Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken);
}
