using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Okta;

/// <summary>Log events, users and applications as Okta's API has them.</summary>
internal static class OktaRecords
{
    private static readonly HashSet<string> KeptOfDebug = new(StringComparer.Ordinal) { "requestUri", "risk", "behaviors", "threatSuspected", "factor", "authnRequestId", "requestId" };

    public static ProviderLogEvent Event(JsonObject json)
    {
        var (actor, targets) = (json.Object("actor"), json["target"].Objects().ToList());
        var (outcome, context) = (json.Object("outcome"), json.Object("authenticationContext"));
        return new()
        {
            Id = json.Text("uuid"),
            At = json.RequiredInstant("published", "an Okta log event"),
            Code = json.RequiredText("eventType", "an Okta log event"),
            Outcome = outcome?.Text("result") is { } result ? outcome.Text("reason") is { Length: > 0 } reason ? $"{result}: {reason}" : result : null,
            Description = json.Text("displayMessage"),
            ClientId = targets.FirstOrDefault(target => target.Text("type") is "AppInstance" or "PublicClientApp")?.Text("id"),
            Connection = targets.FirstOrDefault(target => target.Text("type") is "IDENTITY_PROVIDER" or "IdentityProvider")?.Text("displayName"),
            User = Person(actor) ?? Person(targets.FirstOrDefault(target => target.Text("type") == "User")),
            Correlation = json.Object("transaction")?.Text("id") ?? context?.Text("externalSessionId"),
            Details = json.Object("debugContext")?.Object("debugData")?.Only(KeptOfDebug) is { Count: > 0 } kept ? kept : null,
        };
    }

    public static UserRecord User(JsonObject json)
    {
        var (status, provider) = (json.Text("status"), json.Object("credentials")?.Object("provider"));
        return new()
        {
            Id = json.RequiredText("id", "an Okta user"),
            Identities = [new(provider?.Text("name") ?? "OKTA", provider?.Text("type"), IsSocial: provider?.Text("type") == "SOCIAL")],
            Blocked = status is null ? null : status is "SUSPENDED" or "DEPROVISIONED" or "LOCKED_OUT",
            Status = status,
            RequiredActions = status == "PASSWORD_EXPIRED" ? ["UPDATE_PASSWORD"] : [],
            CreatedAt = json.Instant("created"),
            LastLogin = json.Instant("lastLogin"),
            LastPasswordReset = json.Instant("passwordChanged"),
            Attributes = (JsonObject?)json.Object("profile")?.DeepClone() ?? [],
        };
    }

    public static ClientSettings Application(JsonObject json)
    {
        var (client, oauth) = (json.Object("settings")?.Object("oauthClient"), json.Object("credentials")?.Object("oauthClient"));
        return new()
        {
            ClientId = oauth?.Text("client_id") ?? json.RequiredText("id", "an Okta application"),
            Name = json.Text("label"),
            CallbackUrls = client?.Texts("redirect_uris"),
            AllowedLogoutUrls = client?.Texts("post_logout_redirect_uris"),
            GrantTypes = client?.Texts("grant_types"),
            Enabled = json.Text("status") is { } status ? status == "ACTIVE" : null,
        };
    }

    // "unknown" is what Okta writes when nobody was recognised.
    private static string? Person(JsonObject? actor) => actor?.FirstText("alternateId", "id") is { } person and not "unknown" ? person : null;
}
