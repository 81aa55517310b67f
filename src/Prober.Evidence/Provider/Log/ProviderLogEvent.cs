using System.Text.Json.Nodes;

namespace Prober.Evidence.Provider.Log;

/// <summary>One event of the identity provider's log, in the provider's own code, redacted. What a code means is data of the checklist.</summary>
public sealed record ProviderLogEvent
{
    /// <summary>The provider's own identifier of the event, for a person who looks it up there.</summary>
    public string? Id { get; init; }

    /// <summary>When, on the provider's clock, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The event's type as the provider writes it: <c>fp</c>, <c>LOGIN_ERROR</c>, <c>user.session.start</c>, <c>50126</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Outcome or error in the provider's own word, where the code alone does not say: <c>FAILURE</c>, <c>invalid_redirect_uri</c>.</summary>
    public string? Outcome { get; init; }

    public string? Description { get; init; }

    /// <summary>May be invalid text in a failure: it is what the request said.</summary>
    public string? ClientId { get; init; }

    public string? Connection { get; init; }

    /// <summary>Whom it is about, as the provider wrote it; a fingerprint in a stored bundle, equal where the user was equal.</summary>
    public string? User { get; init; }

    /// <summary>The identifier of the user's record, where the event tells it beside the name; a fingerprint in a stored bundle.</summary>
    public string? UserId { get; init; }

    /// <summary>What ties it to other events and to a page: session, correlation or transaction identifier.</summary>
    public string? Correlation { get; init; }

    public JsonObject? Details { get; init; }
}
