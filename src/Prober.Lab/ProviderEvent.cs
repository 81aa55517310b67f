namespace Prober.Lab;

/// <summary>A line of the identity provider's log.</summary>
/// <param name="Date">When, on the provider's clock.</param>
/// <param name="Type">Auth0's event code, such as <c>s</c>, <c>fp</c>, <c>seacft</c> or <c>slo</c>.</param>
/// <param name="ClientId">The application concerned, when there is one.</param>
/// <param name="Username">The person concerned, when known.</param>
/// <param name="Description">What happened, in words.</param>
public sealed record ProviderEvent(DateTimeOffset Date, string Type, string? ClientId, string? Username, string Description);
