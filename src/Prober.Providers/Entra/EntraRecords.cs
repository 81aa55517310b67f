using System.Globalization;
using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Configuration;
using Prober.Evidence.Provider.Log;
using Prober.Evidence.Provider.Users;

namespace Prober.Providers.Entra;

/// <summary>Sign-ins, users and service principals as Microsoft Graph has them.</summary>
internal static class EntraRecords
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "conditionalAccessStatus", "clientAppUsed", "isInteractive", "resourceDisplayName", "riskState", "riskDetail", "authenticationRequirement", "tokenIssuerType",
    };

    private static readonly HashSet<string> NotAttributes = new(StringComparer.Ordinal)
    {
        "@odata.context", "id", "accountEnabled", "createdDateTime", "lastPasswordChangeDateTime", "identities", "signInActivity", "passwordProfile",
    };

    public static ProviderLogEvent SignIn(JsonObject json)
    {
        var status = json.Object("status");
        var code = status?.Whole("errorCode") ?? throw new UnexpectedShapeException("an Entra sign-in with a number under \"status.errorCode\"");
        return new()
        {
            Id = json.Text("id"),
            At = json.RequiredInstant("createdDateTime", "an Entra sign-in"),
            // The number of AADSTS messages; 0 is success.
            Code = code.ToString(CultureInfo.InvariantCulture),
            Outcome = code == 0 ? "success" : "failure",
            Description = code == 0 ? status.Text("additionalDetails") : status.FirstText("failureReason", "additionalDetails"),
            ClientId = json.Text("appId"),
            User = json.FirstText("userPrincipalName", "userId"),
            Correlation = json.Text("correlationId"),
            Details = json.Only(Kept) is { Count: > 0 } kept ? kept : null,
        };
    }

    public static UserRecord User(JsonObject json) => new()
    {
        Id = json.RequiredText("id", "an Entra user"),
        Identities = [.. json["identities"].Objects().Select(Identity)],
        Blocked = json.Flag("accountEnabled") is { } enabled ? !enabled : null,
        CreatedAt = json.Instant("createdDateTime"),
        LastLogin = json.Object("signInActivity")?.Instant("lastSignInDateTime"),
        LastPasswordReset = json.Instant("lastPasswordChangeDateTime"),
        Attributes = json.Without(NotAttributes),
    };

    public static ClientSettings Client(JsonObject json) => new()
    {
        ClientId = json.RequiredText("appId", "an Entra service principal or application"),
        Name = json.Text("displayName"),
        CallbackUrls = json.Texts("replyUrls") ?? json.Object("web")?.Texts("redirectUris"),
        AllowedLogoutUrls = json.Text("logoutUrl") is { Length: > 0 } url ? [url] : null,
        Enabled = json.Flag("accountEnabled"),
    };

    private static UserIdentity Identity(JsonObject json) =>
        new(json.Text("issuer") ?? "", json.Text("signInType"), IsSocial: json.Text("signInType") == "federated" && json.Text("issuer") is "google.com" or "facebook.com");
}
