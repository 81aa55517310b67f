using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>How a phase ended, and one sentence on what was waited for and what was there instead.</summary>
internal sealed record PhaseEnd(PhaseOutcome Outcome, string? Detail)
{
    public static readonly PhaseEnd Reached = new(PhaseOutcome.Reached, null);

    public static PhaseEnd NotReached(string detail) => new(PhaseOutcome.NotReached, detail);

    public static PhaseEnd Blocked(string detail) => new(PhaseOutcome.Blocked, detail);

    public static PhaseEnd Skipped(string detail) => new(PhaseOutcome.Skipped, detail);
}
