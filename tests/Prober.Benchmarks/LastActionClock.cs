using System.Diagnostics;
using Prober.Browser;
using Prober.Evidence.Session;

namespace Prober.Benchmarks;

/// <summary>Remembers when the journey's last phase ended: from there to the verdict is the prober's own time.</summary>
internal sealed class LastActionClock : IJourneyProgress
{
    private long _last;

    public TimeSpan SinceLastAction => Stopwatch.GetElapsedTime(_last);

    public void PhaseStarted(PhaseName name, string application)
    {
    }

    public void StepDone(string text)
    {
    }

    public void PhaseEnded(PhaseRecord phase) => _last = Stopwatch.GetTimestamp();
}
