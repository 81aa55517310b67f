using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Keycloak;

/// <summary>Events and users as Keycloak's <c>EventRepresentation</c> and <c>UserRepresentation</c> have them.</summary>
internal static class KeycloakRecords
{
    /// <summary>What an event says that checks read; codes and tokens are not among it.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "auth_method", "auth_type", "redirect_uri", "grant_type", "identity_provider", "reason", "response_type", "response_mode", "scope", "consent", "required_action", "custom_required_action",
    };

    private static readonly HashSet<string> NotAttributes = new(StringComparer.Ordinal)
    {
        "id", "enabled", "emailVerified", "requiredActions", "createdTimestamp", "credentials", "access", "totp", "notBefore", "federatedIdentities", "disableableCredentialTypes", "attributes", "clientConsents",
    };

    public static ProviderLogEvent Event(JsonObject json)
    {
        var details = json.Object("details");
        return new()
        {
            Id = json.Text("id"),
            At = json.RequiredInstant("time", "a Keycloak event"),
            Code = json.RequiredText("type", "a Keycloak event"),
            Outcome = json.Text("error"),
            Description = details?.FirstText("reason", "error_description"),
            ClientId = json.Text("clientId"),
            Connection = details?.Text("identity_provider"),
            User = details?.Text("username") ?? json.Text("userId"),
            Correlation = details?.Text("code_id") ?? json.Text("sessionId"),
            Details = details?.Only(Kept) is { Count: > 0 } kept ? kept : null,
        };
    }

    public static UserRecord User(JsonObject json, IEnumerable<JsonObject> federated) => new()
    {
        Id = json.RequiredText("id", "a Keycloak user"),
        Identities = Identities(json, federated),
        EmailVerified = json.Flag("emailVerified"),
        Blocked = json.Flag("enabled") is { } enabled ? !enabled : null,
        RequiredActions = json.Texts("requiredActions") ?? [],
        CreatedAt = json.Instant("createdTimestamp"),
        Attributes = Attributes(json),
    };

    private static List<UserIdentity> Identities(JsonObject json, IEnumerable<JsonObject> federated)
    {
        List<UserIdentity> identities = [.. federated.Select(identity => new UserIdentity(identity.Text("identityProvider") ?? "", identity.Text("identityProvider"), IsSocial: false))];
        if (json.Text("federationLink") is { } store) identities.Add(new(store, "user-storage", IsSocial: false));
        return identities.Count > 0 ? identities : [new("realm", "keycloak", IsSocial: false)];
    }

    // Custom attributes are lists; a claim mapper sees them beside the fixed ones.
    private static JsonObject Attributes(JsonObject json)
    {
        var attributes = json.Without(NotAttributes);
        foreach (var (name, value) in json.Object("attributes") ?? []) attributes.TryAdd(name, value?.DeepClone());
        return attributes;
    }
}
