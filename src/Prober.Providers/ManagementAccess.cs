namespace Prober.Providers;

/// <summary>Where a provider's management API is and with what it is entered. Prints none of it.</summary>
public sealed record ManagementAccess
{
    /// <summary>Kind of provider as scenarios name it.</summary>
    public required string Kind { get; init; }

    /// <summary>Issuer identifier; hosts and realms are derived from it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Root of the API where it is not the issuer's host: at Auth0 the canonical domain behind a custom one.</summary>
    public Uri? Address { get; init; }

    public string? ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Auth0's <c>audience</c>; the API's own address when null.</summary>
    public string? Audience { get; init; }

    /// <summary>Keycloak's realm, or Entra's tenant, in which the client lives, where that is not the issuer's.</summary>
    public string? Realm { get; init; }

    /// <summary>A token that a person made; no other is asked for then.</summary>
    public string? Token { get; init; }

    public override string ToString() => $"management access to {Kind} at {Issuer}";
}
