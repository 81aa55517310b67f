namespace Prober.Monitor.Runs;

/// <summary>A journey that waits for a slot.</summary>
/// <param name="Scenario">Name.</param>
/// <param name="Priority">1 to 10; the highest goes first.</param>
/// <param name="Since">When it asked.</param>
public sealed record WaitingJourney(string Scenario, int Priority, DateTimeOffset Since);
