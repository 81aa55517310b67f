using System.Text.Json.Nodes;

namespace Prober.Lab;

/// <summary>A line of the identity provider's log.</summary>
/// <param name="Date">When, on the provider's clock.</param>
/// <param name="Type">Auth0's event code, such as <c>s</c>, <c>fp</c>, <c>seacft</c> or <c>slo</c>.</param>
/// <param name="ClientId">The application concerned, when there is one.</param>
/// <param name="Username">The person concerned, when known.</param>
/// <param name="Description">What happened, in words.</param>
public sealed record ProviderEvent(DateTimeOffset Date, string Type, string? ClientId, string? Username, string Description)
{
    /// <summary>Rises with time, as Auth0's log identifiers do.</summary>
    public string Id { get; init; } = "";

    /// <summary>The user store or upstream provider concerned, by name.</summary>
    public string? Connection { get; init; }

    /// <summary>What the type of event says beyond the rest, in Auth0's words.</summary>
    public JsonObject? Details { get; init; }
}
