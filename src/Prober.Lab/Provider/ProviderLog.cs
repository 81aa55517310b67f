using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Prober.Lab.Provider;

/// <summary>The tenant's log, with Auth0's event codes.</summary>
internal sealed class ProviderLog(TimeProvider clock)
{
    private readonly ConcurrentQueue<ProviderEvent> events = new();
    private int count;

    public IReadOnlyList<ProviderEvent> Events => [.. events];

    public void Write(string type, string? clientId, string? username, string description, JsonObject? details = null, string? connection = null)
    {
        var now = clock.GetUtcNow();
        events.Enqueue(new ProviderEvent(now, type, clientId, username, description)
        {
            Id = $"90020{now.UtcDateTime:yyyyMMddHHmmssfff}{Interlocked.Increment(ref count):d20}",
            Connection = connection,
            Details = details,
        });
    }
}
