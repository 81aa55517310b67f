namespace Prober.Evidence.Expected;

/// <summary>One relying party of the journey.</summary>
public sealed record ExpectedApplication
{
    public required string Name { get; init; }

    /// <summary>Where a person starts.</summary>
    public required string Url { get; init; }

    /// <summary>A page that needs a session; the start page when the scenario names no other.</summary>
    public string? ProtectedUrl { get; init; }

    /// <summary>Registered redirect URIs as far as known, exact.</summary>
    public IReadOnlyList<string> CallbackUrls { get; init; } = [];

    public string? ClientId { get; init; }

    /// <summary>Its SAML entity ID or WS-Federation realm; null when unknown.</summary>
    public string? EntityId { get; init; }

    /// <summary>Whether it takes a SAML login that the provider starts; null when the scenario does not say.</summary>
    public bool? ProviderStarted { get; init; }

    /// <summary>True for a confidential client whose code exchange the browser cannot see; null when unknown.</summary>
    public bool? Confidential { get; init; }

    /// <summary>Where logout should land; null when unknown.</summary>
    public string? PostLogoutUrl { get; init; }

    /// <summary>Claims this application needs beyond those of all.</summary>
    public IReadOnlyDictionary<string, string?> RequiredClaims { get; init; } = new Dictionary<string, string?>();
}
