namespace Prober.Evidence.Session;

/// <summary>Something the browser said beside the traffic. Inline-script blocks by a content security policy appear only here.</summary>
public sealed record ConsoleEntry
{
    public required ConsoleKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Redacted, at most 1,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Address of the page that said it, redacted.</summary>
    public string? PageUrl { get; init; }

    /// <summary>Script and line where it arose, redacted.</summary>
    public string? Source { get; init; }

    public PhaseName? Phase { get; init; }
}

/// <summary>Kinds of <see cref="ConsoleEntry"/>.</summary>
public enum ConsoleKind
{
    Log,
    Warning,
    Error,

    /// <summary>An exception no script caught.</summary>
    PageError,

    /// <summary>A request that ended without a response.</summary>
    RequestFailed,
    Dialog,
    Popup,
    Download,
}
