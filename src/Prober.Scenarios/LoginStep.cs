namespace Prober.Scenarios;

/// <summary>One explicit step on a login page that recognition cannot handle.</summary>
public sealed record LoginStep
{
    public required LoginAction Action { get; init; }

    /// <summary>What it acts on; null for goto and wait.</summary>
    public Marker? Target { get; init; }

    /// <summary>What is typed, selected, pressed or opened; a secret, because it may be the password.</summary>
    public Secret? Value { get; init; }

    /// <summary>True when <see cref="Value"/> stands in the file itself and is no secret; it may be short, and need not be redacted.</summary>
    public bool Plain { get; init; }

    /// <summary>How long a wait step waits; null for all others.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>True when the run goes on if the target does not appear.</summary>
    public bool Optional { get; init; }

    /// <summary>Where the step stands, for messages: <c>portal.yaml:31</c>.</summary>
    public string? Where { get; init; }
}

/// <summary>Kinds of <see cref="LoginStep"/>.</summary>
public enum LoginAction
{
    Goto,
    Click,
    Fill,
    Press,
    Select,
    Wait,
    Expect,
}
