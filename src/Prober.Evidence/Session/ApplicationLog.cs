namespace Prober.Evidence.Session;

/// <summary>An application's own log, cut to the time of the run and redacted.</summary>
public sealed record ApplicationLog
{
    public required string Application { get; init; }

    /// <summary>Where it was read, for instance a file name.</summary>
    public required string Source { get; init; }

    /// <summary>From when to when the lines speak; the window of a run that lies outside is not covered.</summary>
    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset To { get; init; }

    public required IReadOnlyList<LogLine> Lines { get; init; }
}

/// <summary>One log event; a stack trace belongs to the line that started it.</summary>
public sealed record LogLine(DateTimeOffset At, LogSeverity Severity, string Text);

/// <summary>Severity as the log wrote it, on one scale.</summary>
public enum LogSeverity
{
    Unknown,
    Debug,
    Information,
    Warning,
    Error,
    Critical,
}
