using Prober.Monitor.Store;

namespace Prober.Monitor.Alerts;

/// <summary>What is otherwise in a run than in the last one before it that passed.</summary>
/// <param name="Green">The run that passed.</param>
/// <param name="Changes">One line a change, without the headline.</param>
public sealed record GreenChanges(RunRecord Green, IReadOnlyList<string> Changes);
