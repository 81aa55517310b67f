namespace Prober.Scenarios;

/// <summary>Another door for the same account: tried once, in a fresh window, when the first one refuses the credentials.</summary>
public sealed record AlternateSettings
{
    /// <summary>Where a person would start there.</summary>
    public required Uri Url { get; init; }

    /// <summary>The client that stands behind it, when it is another application.</summary>
    public string? ClientId { get; init; }

    /// <summary>What is visible only to somebody signed in.</summary>
    public required Marker SignedIn { get; init; }

    /// <summary>What to click there to log in, when the page does not go to the provider by itself.</summary>
    public Marker? LoginControl { get; init; }
}
