namespace Prober.Evidence.Provider.Configuration;

/// <summary>One application as it is registered. A null list could not be read; an empty one is empty.</summary>
public sealed record ClientSettings
{
    public required string ClientId { get; init; }

    public string? Name { get; init; }

    /// <summary>Redirect URIs registered, exact.</summary>
    public IReadOnlyList<string>? CallbackUrls { get; init; }

    public IReadOnlyList<string>? AllowedLogoutUrls { get; init; }

    public IReadOnlyList<string>? WebOrigins { get; init; }

    public IReadOnlyList<string>? GrantTypes { get; init; }

    /// <summary>Names of the connections switched on for it.</summary>
    public IReadOnlyList<string>? Connections { get; init; }

    /// <summary>True when a custom login page of its own is on (Auth0 Classic).</summary>
    public bool? CustomLoginPage { get; init; }

    /// <summary>False when the registration itself is switched off.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Whether the account of the run may use it, where the provider assigns people to applications; null elsewhere and when unknown.</summary>
    public bool? AccountAssigned { get; init; }
}
