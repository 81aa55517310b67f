using System.Collections.Concurrent;

namespace Prober.Lab.Applications;

/// <summary>Sessions of the identity provider that it has called ended: an application's cookie from one of them no longer counts.</summary>
internal sealed class EndedSessions
{
    private readonly ConcurrentDictionary<string, bool> ended = new();

    public void Add(string sessionId) => ended[sessionId] = true;

    public bool Contains(string? sessionId) => sessionId is not null && ended.ContainsKey(sessionId);
}
