using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Auth0;

/// <summary>One user of a tenant.</summary>
internal static class Auth0User
{
    /// <summary>Members that are told apart, or that are secrets of the user's.</summary>
    private static readonly HashSet<string> NotAttributes = new(StringComparer.Ordinal)
    {
        "identities", "user_id", "last_ip", "multifactor", "guardian_authenticators", "blocked", "logins_count", "last_login", "created_at", "last_password_reset", "blocked_for",
    };

    public static UserRecord Read(JsonObject json) => new()
    {
        Id = json.RequiredText("user_id", "an Auth0 user"),
        Identities = [.. json["identities"].Objects().Select(Identity)],
        EmailVerified = json.Flag("email_verified"),
        // Auth0 leaves the member out where nobody ever blocked the user.
        Blocked = json.Flag("blocked") ?? false,
        CreatedAt = json.Instant("created_at"),
        LastLogin = json.Instant("last_login"),
        LastPasswordReset = json.Instant("last_password_reset"),
        Logins = json.Whole("logins_count"),
        Attributes = Attributes(json),
    };

    private static UserIdentity Identity(JsonObject json) =>
        new(json.Text("connection") ?? "", json.Text("provider"), json.Flag("isSocial") ?? false);

    private static JsonObject Attributes(JsonObject json)
    {
        var attributes = json.Without(NotAttributes);
        var profiles = json["identities"].Objects().Select(identity => identity.Object("profileData")).OfType<JsonObject>().ToList();
        if (profiles.Count > 0) attributes["identities"] = new JsonArray([.. profiles.Select(profile => profile.DeepClone())]);
        return attributes;
    }
}
