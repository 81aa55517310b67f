namespace Prober.Scenarios;

/// <summary>
/// How to find one thing on a page, in Playwright's locator terms. Exactly one member is set, except that
/// <see cref="Name"/> goes with <see cref="Role"/>.
/// </summary>
public sealed record Marker
{
    public string? Text { get; init; }

    /// <summary>A link by its accessible name.</summary>
    public string? Link { get; init; }

    /// <summary>A button by its accessible name.</summary>
    public string? Button { get; init; }

    public string? Label { get; init; }

    public string? TestId { get; init; }

    /// <summary>An ARIA role, with <see cref="Name"/>.</summary>
    public string? Role { get; init; }

    public string? Name { get; init; }

    /// <summary>A CSS selector.</summary>
    public string? Selector { get; init; }
}
