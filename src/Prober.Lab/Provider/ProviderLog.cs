using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Prober.Lab.Applications;

namespace Prober.Lab.Provider;

/// <summary>The tenant's log, with Auth0's event codes.</summary>
internal sealed class ProviderLog(TimeProvider clock, FaultBehaviour fault)
{
    private readonly ConcurrentQueue<ProviderEvent> events = new();
    private int count;

    public IReadOnlyList<ProviderEvent> Events => [.. events];

    /// <summary>The file that the provider's server writes for its operator, a line an event; the tenant's own people never see it.</summary>
    public ApplicationLog? Server { get; set; }

    public void Write(string type, string? clientId, string? username, string description, JsonObject? details = null, string? connection = null)
    {
        var now = clock.GetUtcNow();
        var entry = new ProviderEvent(now, type, clientId, username, description)
        {
            Id = $"90020{now.UtcDateTime:yyyyMMddHHmmssfff}{Interlocked.Increment(ref count):d20}",
            Connection = connection,
            Details = details,
        };
        events.Enqueue(entry);
        Server?.Write("INFO", $"{type} {clientId}: {description}");
        if (fault.ServerError(entry) is { } error) Server?.Write("ERROR", error);
    }
}
