namespace Prober.Scenarios;

/// <summary>One relying party of the journey.</summary>
public sealed record ApplicationSettings
{
    /// <summary>Where a person starts.</summary>
    public required Uri Url { get; init; }

    /// <summary>A page that needs a session; the start page when absent.</summary>
    public Uri? ProtectedUrl { get; init; }

    /// <summary>What is visible only to somebody signed in.</summary>
    public required Marker SignedIn { get; init; }

    /// <summary>What is visible only to nobody.</summary>
    public Marker? SignedOut { get; init; }

    /// <summary>What to click on the start page to log in, when the start page does not go to the provider by itself.</summary>
    public Marker? LoginControl { get; init; }

    /// <summary>What to click to log out.</summary>
    public Marker? Logout { get; init; }

    /// <summary>Where logout should land.</summary>
    public Uri? PostLogoutUrl { get; init; }

    /// <summary>Registered redirect URIs, exact, as far as known.</summary>
    public IReadOnlyList<string> CallbackUrls { get; init; } = [];

    public string? ClientId { get; init; }

    /// <summary>What only an application that speaks SAML or WS-Federation has.</summary>
    public SamlApplicationSettings? Saml { get; init; }

    /// <summary>Where the application says as JSON whom it sees ("who am I"), asked once after the login; null when it has no such page.</summary>
    public Uri? Me { get; init; }

    /// <summary>True for a confidential client whose code exchange the browser cannot see.</summary>
    public bool? Confidential { get; init; }

    /// <summary>Claims this application needs: name to pattern, or null when presence is enough.</summary>
    public IReadOnlyDictionary<string, string?> Claims { get; init; } = new Dictionary<string, string?>();

    /// <summary>The application's own log.</summary>
    public LogSource? Log { get; init; }
}
