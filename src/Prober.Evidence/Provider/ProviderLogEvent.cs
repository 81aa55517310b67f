using System.Text.Json.Nodes;

namespace Prober.Evidence.Provider;

/// <summary>One event of the identity provider's log, in the provider's own code, redacted.</summary>
public sealed record ProviderLogEvent(DateTimeOffset At, string Code, string? Description, string? ClientId, string? Connection, JsonObject? Details);
