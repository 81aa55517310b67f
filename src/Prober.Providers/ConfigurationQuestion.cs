namespace Prober.Providers;

/// <summary>Which settings are asked for.</summary>
public sealed record ConfigurationQuestion
{
    public IReadOnlyList<string> ClientIds { get; init; } = [];

    /// <summary>The connection (user store) of the account, by name; null when unknown.</summary>
    public string? Connection { get; init; }

    /// <summary>Organizations that an authorization request named, by identifier or name.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    /// <summary>What was typed as user name, where a provider assigns users to applications.</summary>
    public string? Username { get; init; }
}
