using Prober.Checklist;
using Prober.Checklist.Reports;
using Prober.Evidence;
using Prober.Evidence.Session;
using Prober.Monitor.Runs;
using Prober.Scenarios;

namespace Prober.Benchmarks.Fleet;

/// <summary>Takes as long as it was told and finds everything well: five phases, one warning, no browser.</summary>
internal sealed class FakeWalker(TimeSpan journey) : IJourneyWalker
{
    private static readonly PhaseName[] Phases = [PhaseName.Login, PhaseName.SecondTab, PhaseName.Sso, PhaseName.Logout, PhaseName.SignedOut];

    public async Task<WalkedJourney> WalkAsync(Scenario scenario, string folder, CancellationToken cancellationToken)
    {
        var started = DateTimeOffset.UtcNow;
        await Task.Delay(journey, cancellationToken);
        var report = new Report
        {
            Run = new RunInfo { Id = Guid.NewGuid().ToString("N"), Scenario = scenario.Name, StartedAt = started, Duration = journey, Source = EvidenceSource.Live, Outcome = RunOutcome.Completed, Version = "0" },
            Verdict = Verdict.Warn,
            Fault = FaultOwner.None,
            Headline = null,
            Phases = [.. Phases.Select(phase => new PhaseResult { Name = phase, Application = "portal", Verdict = Verdict.Pass, StartedAt = started, DurationMs = journey.TotalMilliseconds / Phases.Length })],
            Checks = [],
            Quality = [],
        };
        return new WalkedJourney(report, Path.Combine(folder, report.Run.Id), Leaks: 0);
    }
}
