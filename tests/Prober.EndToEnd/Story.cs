using Prober.Runs;

namespace Prober.EndToEnd;

/// <summary>What a failing test says of a run: phases, and every check that had something to say.</summary>
internal static class Story
{
    public static string Of(CompletedRun run)
    {
        var phases = run.Report.Phases.Select(phase => $"  {phase.Name} {phase.Application}: {phase.Verdict}, {phase.DurationMs:F0} ms. {phase.Detail}");
        var checks = run.Report.Checks.Select(check => $"  {check.Verdict,-13} {check.Id} [{check.Reason}] {check.Summary} {(check.BlockedBy is null ? "" : $"(blocked by {check.BlockedBy})")}");
        return string.Join('\n', ["", $"headline: {run.Report.Headline?.Check} [{run.Report.Headline?.Reason}] {run.Report.Headline?.Summary}", .. phases, .. checks]);
    }
}
