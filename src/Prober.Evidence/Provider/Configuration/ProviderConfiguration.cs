namespace Prober.Evidence.Provider.Configuration;

/// <summary>The settings of the identity provider that a login depends on, as its management API or an export of it shows them.</summary>
public sealed record ProviderConfiguration
{
    /// <summary><c>api</c>, or the name of the file a person exported.</summary>
    public required string Source { get; init; }

    /// <summary>The applications of the journey, as far as they were found; an application missing here was not read.</summary>
    public IReadOnlyList<ClientSettings> Clients { get; init; } = [];

    /// <summary>The connections those applications may use, and the one the account belongs to.</summary>
    public IReadOnlyList<ConnectionSettings> Connections { get; init; } = [];

    public IReadOnlyList<OrganizationSettings> Organizations { get; init; } = [];

    /// <summary>Limits of the provider's session; null when they could not be read.</summary>
    public SessionLimits? Session { get; init; }

    /// <summary>Logout URLs allowed for the whole tenant; null when they could not be read.</summary>
    public IReadOnlyList<string>? AllowedLogoutUrls { get; init; }

    /// <summary>Code that runs between password and return; null when it could not be read.</summary>
    public IReadOnlyList<PipelineStep>? Pipeline { get; init; }

    /// <summary>True when the universal login page is a template of the tenant's own; null when it could not be read.</summary>
    public bool? CustomLoginTemplate { get; init; }

    /// <summary>What could not be read, one sentence each: scope missing, rate limit.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
