namespace Prober.Scenarios;

/// <summary>How the provider's management API is entered, so that its log, user records and settings can testify.</summary>
public sealed record ManagementSettings
{
    /// <summary>Root of the API where it is not the issuer's host.</summary>
    public Uri? Url { get; init; }

    public string? ClientId { get; init; }

    public Secret? ClientSecret { get; init; }

    /// <summary>Auth0's audience; the API's own address when absent.</summary>
    public string? Audience { get; init; }

    /// <summary>Keycloak's realm, or Entra's tenant, in which the client lives, where that is not the issuer's.</summary>
    public string? Realm { get; init; }

    /// <summary>A token that a person made, instead of client and secret.</summary>
    public Secret? Token { get; init; }

    /// <summary>How long log entries that are ingested late are waited for. Default 90 s.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(90);
}
