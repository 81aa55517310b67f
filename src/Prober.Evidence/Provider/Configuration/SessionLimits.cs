namespace Prober.Evidence.Provider.Configuration;

/// <summary>How long the provider's session lives; null where unknown or unlimited.</summary>
/// <param name="Idle">Without activity.</param>
/// <param name="Absolute">In any case.</param>
/// <param name="Persistent">False when the session cookie ends with the browser.</param>
public sealed record SessionLimits(TimeSpan? Idle, TimeSpan? Absolute, bool? Persistent);
