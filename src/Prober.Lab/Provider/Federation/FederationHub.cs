using System.Collections.Concurrent;

namespace Prober.Lab.Provider.Federation;

/// <summary>The tenant's upstream connections, and the logins and logouts that are away at one.</summary>
internal sealed class FederationHub(IEnumerable<UpstreamConnection> connections)
{
    private readonly Dictionary<string, UpstreamConnection> connections = connections.ToDictionary(connection => connection.Name);
    private readonly ConcurrentDictionary<string, FederatedLogin> logins = new();
    private readonly ConcurrentDictionary<string, string> logouts = new();

    public UpstreamConnection? Find(string? name) => name is null ? null : connections.GetValueOrDefault(name);

    /// <summary>The address that sends a login away.</summary>
    public string Leave(LoginTransaction transaction, UpstreamConnection connection)
    {
        var login = new FederatedLogin(Identifiers.New(), transaction, connection);
        logins[login.State] = login;
        return connection.RequestUrl(login);
    }

    /// <summary>The login that an answer belongs to; each answer is taken once.</summary>
    public FederatedLogin? Return(string? state) => state is not null && logins.TryRemove(state, out var login) ? login : null;

    /// <summary>The address that sends a logout away; <c>null</c> where nobody came from upstream.</summary>
    public string? LeaveToLogOut(ProviderSession session, string? target)
    {
        if (session.Upstream is not { } identity || Find(identity.Connection) is not { } connection)
            return null;

        var handle = Identifiers.New();
        logouts[handle] = target ?? "";
        return connection.LogoutUrl(identity, handle);
    }

    /// <summary>Where a logout goes on that has been upstream; empty for nowhere, <c>null</c> for one nobody knows.</summary>
    public string? ReturnFromLogout(string? handle) => handle is not null && logouts.TryRemove(handle, out var target) ? target : null;
}
