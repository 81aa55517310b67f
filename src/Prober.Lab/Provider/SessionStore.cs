using System.Collections.Concurrent;
using Prober.Lab.Provider.Federation;

namespace Prober.Lab.Provider;

/// <summary>
/// Sessions kept on the server, as Auth0 does: the cookie is only a key, and a logout ends the session here while the
/// cookie stays in the browser. A session ends after a silence (idle) or an age (absolute).
/// </summary>
internal sealed class SessionStore(TimeSpan idle, TimeSpan absolute, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, ProviderSession> sessions = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> visits = new();

    public ProviderSession Begin(LabUser user, UpstreamIdentity? upstream = null, string? connection = null)
    {
        var session = new ProviderSession(Identifiers.New(), user, Now)
        {
            Upstream = upstream,
            Connection = connection ?? upstream?.Connection ?? Tenant.DatabaseConnection,
        };
        return sessions[session.Id] = session;
    }

    /// <summary>The living session under a key, its idle clock wound up again; <c>null</c> when there is none any more.</summary>
    public ProviderSession? Touch(string? id)
    {
        if (id is null || !sessions.TryGetValue(id, out var session))
            return null;

        if (Now - session.LastSeen >= idle || Now - session.AuthenticatedAt >= absolute)
        {
            End(id);
            return null;
        }

        return sessions[id] = session with { LastSeen = Now };
    }

    public bool End(string? id) => id is not null && sessions.TryRemove(id, out _);

    /// <summary>Notes that an application was given an answer out of a session.</summary>
    public void Visit(string id, string clientId) => visits.GetOrAdd(id, _ => new())[clientId] = true;

    /// <summary>The applications that took part in a session.</summary>
    public IEnumerable<string> Visited(string id) => visits.TryGetValue(id, out var clients) ? clients.Keys : [];

    /// <summary>Makes every session so much older, as if nobody had come by for that long.</summary>
    public void Advance(TimeSpan time)
    {
        foreach (var (id, session) in sessions)
            sessions[id] = session with { AuthenticatedAt = session.AuthenticatedAt - time, LastSeen = session.LastSeen - time };
    }

    public TimeSpan Age(ProviderSession session) => Now - session.AuthenticatedAt;

    private DateTimeOffset Now => clock.GetUtcNow();
}
