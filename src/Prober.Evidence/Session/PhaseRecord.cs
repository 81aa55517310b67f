namespace Prober.Evidence.Session;

/// <summary>One phase of the journey: what it was for and how far it came. A check, not the phase, says what that means.</summary>
public sealed record PhaseRecord
{
    public required PhaseName Name { get; init; }

    /// <summary>The application it acted on, by its name in the scenario.</summary>
    public required string Application { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required PhaseOutcome Outcome { get; init; }

    /// <summary>One sentence: what was waited for and what was there instead. Never a secret.</summary>
    public string? Detail { get; init; }

    /// <summary>Path of the screenshot in the bundle.</summary>
    public string? Screenshot { get; init; }

    /// <summary>What was done, in order: "opened …", "filled the password", "clicked Log out".</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    public DateTimeOffset EndedAt => StartedAt + Duration;
}

/// <summary>The phases of a journey in their usual order.</summary>
public enum PhaseName
{
    Login,
    SecondTab,
    Sso,
    Logout,
    SignedOut,

    /// <summary>Two tabs that log in at once and finish in reverse order.</summary>
    ParallelTabs,
}

/// <summary>How far a phase came.</summary>
public enum PhaseOutcome
{
    /// <summary>The state it is for was proven.</summary>
    Reached,

    /// <summary>Another state was proven: an error, a prompt, a page still signed in.</summary>
    NotReached,

    /// <summary>A challenge or lock that a prober must not try to pass: captcha, bot wall, unexpected second factor, lockout.</summary>
    Blocked,

    /// <summary>Its budget ended before any state was proven.</summary>
    TimedOut,

    /// <summary>Not tried, because an earlier phase did not get there.</summary>
    Skipped,

    /// <summary>Our own side broke in it.</summary>
    ProberFault,
}
