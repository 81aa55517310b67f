using Prober.Evidence.Provider.Log;

namespace Prober.Providers;

/// <summary>Something that the browser saw happen at the provider, of which its log will speak.</summary>
/// <param name="ClientId">The application concerned; null when the traffic does not say.</param>
/// <param name="After">The event is not older than this, on the provider's clock.</param>
public sealed record AwaitedEvent(string? ClientId, DateTimeOffset After)
{
    internal bool IsIn(IEnumerable<ProviderLogEvent> events) =>
        events.Any(entry => entry.At >= After && (ClientId is null || entry.ClientId == ClientId));
}
