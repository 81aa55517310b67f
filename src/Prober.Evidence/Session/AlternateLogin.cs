namespace Prober.Evidence.Session;

/// <summary>The one try to log in with the same credentials through another door, made after the first door had refused them or its login page had failed.</summary>
public sealed record AlternateLogin
{
    /// <summary>Which door: an address, or <c>client</c> and the identifier of another application.</summary>
    public required string Door { get; init; }

    public required DateTimeOffset At { get; init; }

    public TimeSpan Duration { get; init; }

    public required AlternateOutcome Outcome { get; init; }

    /// <summary>Where it ended, redacted.</summary>
    public string? Url { get; init; }

    /// <summary>Error texts that were visible there, redacted.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>One sentence: what was waited for and what was there instead.</summary>
    public string? Detail { get; init; }
}

/// <summary>How the other door answered.</summary>
public enum AlternateOutcome
{
    SignedIn,

    /// <summary>Signed in, or nearly, with a step that the first door does not have: second factor, new password.</summary>
    ExtraStep,

    /// <summary>It refused the same credentials.</summary>
    Refused,

    /// <summary>A lockout, a captcha or a bot wall stood before it.</summary>
    Blocked,

    /// <summary>Its login page worked no better: no form came, or the form was never sent.</summary>
    Unusable,

    /// <summary>It could not be opened, or nothing was proven within the budget.</summary>
    Undecided,
}
