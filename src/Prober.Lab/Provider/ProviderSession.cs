namespace Prober.Lab.Provider;

/// <summary>One person signed in at the identity provider from one browser.</summary>
internal sealed record ProviderSession(string Id, LabUser User, DateTimeOffset AuthenticatedAt)
{
    public DateTimeOffset LastSeen { get; init; } = AuthenticatedAt;
}
