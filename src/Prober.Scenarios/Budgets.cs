namespace Prober.Scenarios;

/// <summary>How long things may take. They nest: action under phase under run; the loader refuses others.</summary>
public sealed record Budgets
{
    /// <summary>Default 10 s, 0.1 s to 5 min.</summary>
    public TimeSpan Action { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Default 30 s.</summary>
    public TimeSpan Phase { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Default 2 min; evidence has time of its own beyond it.</summary>
    public TimeSpan Run { get; init; } = TimeSpan.FromMinutes(2);
}
