using System.Text.Json;
using Prober.Browser;
using Prober.Evidence.Redaction;
using Prober.Evidence.Session;
using Prober.Reporting.Progress;

namespace Prober.Runs;

/// <summary>Hands what the browser room tells of a journey to the live display.</summary>
internal sealed class PhaseProgressAdapter(IPhaseProgress display) : IJourneyProgress
{
    public void PhaseStarted(PhaseName name, string application) => display.PhaseStarted(Words(name), application);

    public void StepDone(string text) => display.Step(OpaquePathSegments.Hide(text));

    public void PhaseEnded(PhaseRecord phase) =>
        display.PhaseEnded(Words(phase.Name), phase.Application, Words(phase.Outcome), phase.Duration, phase.Detail is { } detail ? OpaquePathSegments.Hide(detail) : null);

    public void Waiting(string text) => display.Waiting(text);

    private static string Words(Enum value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
