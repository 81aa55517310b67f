using Prober.Lab.Provider.Federation;

namespace Prober.Lab.Provider;

/// <summary>One person signed in at the identity provider from one browser.</summary>
internal sealed record ProviderSession(string Id, LabUser User, DateTimeOffset AuthenticatedAt)
{
    /// <summary>Who this is at the upstream provider that signed the person in; <c>null</c> for a password of our own.</summary>
    public UpstreamIdentity? Upstream { get; init; }

    /// <summary>The user store or upstream provider the person came from.</summary>
    public string Connection { get; init; } = Tenant.DatabaseConnection;

    public DateTimeOffset LastSeen { get; init; } = AuthenticatedAt;
}
