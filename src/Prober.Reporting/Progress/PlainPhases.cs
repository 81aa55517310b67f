using Prober.Reporting.Wording;
using Spectre.Console;

namespace Prober.Reporting.Progress;

/// <summary>One line when a phase ends (and one for each step when asked), for logs and pipes.</summary>
public sealed class PlainPhases(IAnsiConsole console, bool steps) : IPhaseProgress
{
    private readonly Lock _gate = new();

    public void PhaseStarted(string phase, string application)
    {
        if (steps)
            Write(Printable.Line($"> {phase} {application}", 200));
    }

    public void Step(string text)
    {
        if (steps)
            Write("    " + Printable.Line(text, 200));
    }

    public void PhaseEnded(string phase, string application, string outcome, TimeSpan duration, string? detail) =>
        Write(PhaseLine.Of(phase, application, outcome, duration, detail, console.Profile.Capabilities.Unicode));

    public void Waiting(string text) => Write(Printable.Line(text, 200));

    private void Write(string line)
    {
        lock (_gate)
            console.Profile.Out.Writer.WriteLine(line);
    }
}
