using System.Text.Json.Nodes;

namespace Prober.Evidence.Provider.Users;

/// <summary>One user as the directory has it.</summary>
public sealed record UserRecord
{
    /// <summary>The provider's identifier, the token's <c>sub</c> at most providers; a fingerprint in a stored bundle.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<UserIdentity> Identities { get; init; } = [];

    public bool? EmailVerified { get; init; }

    /// <summary>True when an administrator or a protection switched the account off.</summary>
    public bool? Blocked { get; init; }

    /// <summary>The provider's own word for the state of the account: <c>ACTIVE</c>, <c>FORCE_CHANGE_PASSWORD</c>.</summary>
    public string? Status { get; init; }

    /// <summary>What the user has to do before the next login goes through: <c>UPDATE_PASSWORD</c>.</summary>
    public IReadOnlyList<string> RequiredActions { get; init; } = [];

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? LastLogin { get; init; }

    public DateTimeOffset? LastPasswordReset { get; init; }

    public int? Logins { get; init; }

    /// <summary>The profile: root, user_metadata, app_metadata and what each identity brought along, by name; personal values are fingerprints in a stored bundle.</summary>
    public JsonObject Attributes { get; init; } = [];

    /// <summary>For every expected attribute that carries a pattern: does the raw value match? Observed before redaction.</summary>
    public IReadOnlyDictionary<string, bool> AttributeMatches { get; init; } = new Dictionary<string, bool>();
}
