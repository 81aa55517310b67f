using System.Collections.Concurrent;

namespace Prober.Lab.Provider;

/// <summary>The tenant's log, with Auth0's event codes.</summary>
internal sealed class ProviderLog(TimeProvider clock)
{
    private readonly ConcurrentQueue<ProviderEvent> events = new();

    public IReadOnlyList<ProviderEvent> Events => [.. events];

    public void Write(string type, string? clientId, string? username, string description) =>
        events.Enqueue(new ProviderEvent(clock.GetUtcNow(), type, clientId, username, description));
}
