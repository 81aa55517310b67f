namespace Prober.Evidence.Provider.Configuration;

/// <summary>One connection: a user store or an upstream provider.</summary>
public sealed record ConnectionSettings
{
    public string? Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Its kind in the provider's own word: <c>auth0</c>, <c>google-oauth2</c>, <c>ad</c>, <c>samlp</c>, <c>oidc</c>, <c>email</c>.</summary>
    public string? Strategy { get; init; }

    public bool? Enabled { get; init; }

    /// <summary>True when scripts of the tenant's own read the user store.</summary>
    public bool? CustomDatabase { get; init; }

    /// <summary>True when users are imported from it one by one as they log in.</summary>
    public bool? ImportMode { get; init; }

    /// <summary>True when nobody can be created in it by logging in or signing up.</summary>
    public bool? SignUpDisabled { get; init; }

    /// <summary>True when the provider's shared developer keys are used instead of the tenant's own.</summary>
    public bool? DeveloperKeys { get; init; }

    /// <summary>Whether a directory connector is reachable; null where there is none or it was not asked.</summary>
    public bool? Online { get; init; }

    /// <summary>Scopes and attributes asked of the upstream provider; null when unknown.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Password lifetime in days; null where passwords do not expire or it is unknown.</summary>
    public int? PasswordLifetimeDays { get; init; }
}
