namespace Prober.Scenarios;

/// <summary>Where a log is read: exactly one of the three is set.</summary>
public sealed record LogSource
{
    /// <summary>A file; a relative path starts at the scenario's folder.</summary>
    public string? File { get; init; }

    /// <summary>A program with its arguments, run in the scenario's folder; it writes the log to standard output.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>An address in which <c>{from}</c> and <c>{to}</c> stand for the run's window.</summary>
    public string? Url { get; init; }
}
