using Prober.Evidence.Session;

namespace Prober.Browser;

/// <summary>Hears of a journey while it is walked, for a live console. Called from the journey's own flow; must return at once.</summary>
public interface IJourneyProgress
{
    void PhaseStarted(PhaseName name, string application);

    /// <summary>One thing was done, in words that hold no secret.</summary>
    void StepDone(string text);

    void PhaseEnded(PhaseRecord phase);

    /// <summary>The journey is over, and something else is waited for: what, and how long at most. A display that shows phases alone may leave it out.</summary>
    void Waiting(string text)
    {
    }
}
