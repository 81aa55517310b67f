namespace Prober.Reporting.Progress;

/// <summary>What a person sees while a journey is walked. Texts never hold a secret; calls may come from any thread and never throw.</summary>
public interface IPhaseProgress
{
    void PhaseStarted(string phase, string application);

    /// <summary>What is being done now: "opened …", "filled the password".</summary>
    void Step(string text);

    /// <param name="phase">As in <see cref="PhaseStarted"/>.</param>
    /// <param name="application">As in <see cref="PhaseStarted"/>.</param>
    /// <param name="outcome">How far it came, in a word; <c>reached</c> is the good one.</param>
    /// <param name="duration">How long it took.</param>
    /// <param name="detail">What was there instead, when it did not get there.</param>
    void PhaseEnded(string phase, string application, string outcome, TimeSpan duration, string? detail);

    /// <summary>Nothing happens for a while, for a reason; said once, at its beginning.</summary>
    void Waiting(string text);
}
