using Prober.Monitor.Store;

namespace Prober.Monitor.Web;

/// <summary>One run with what it found.</summary>
internal sealed record RunDetailView(RunView Run, IReadOnlyList<PhaseRecord> Phases, IReadOnlyList<FindingRecord> Findings);
