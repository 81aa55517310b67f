using Prober.Monitor.Store;

namespace Prober.Monitor.Runs;

/// <summary>Hears of every run that has its record: metrics, alerts.</summary>
public interface IRunListener
{
    /// <summary>Must not throw: a run is not undone because somebody could not hear of it.</summary>
    void Recorded(RunRecord run, WalkedJourney? walked);
}
