using Prober.Browser;
using Prober.Evidence.Session;
using Prober.Reporting.Progress;
using Prober.Reporting.Wording;

namespace Prober.Runs;

/// <summary>Hands what the browser room tells of a journey to the live display.</summary>
internal sealed class PhaseProgressAdapter(IPhaseProgress display) : IJourneyProgress
{
    public void PhaseStarted(PhaseName name, string application) => display.PhaseStarted(PhaseWords.Name(name), application);

    public void StepDone(string text) => display.Step(text);

    public void PhaseEnded(PhaseRecord phase) =>
        display.PhaseEnded(PhaseWords.Name(phase.Name), phase.Application, PhaseWords.Outcome(phase.Outcome), phase.Duration, phase.Detail);
}
