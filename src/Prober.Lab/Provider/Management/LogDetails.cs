using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Management;

/// <summary>The <c>details</c> of log entries, as Auth0's log schemas have them.</summary>
internal static class LogDetails
{
    public static JsonObject OfLogin(LoginTransaction transaction) => new()
    {
        ["prompts"] = new JsonArray(new JsonObject
        {
            ["name"] = transaction.FromExistingSession ? "user_session" : "prompt-authenticate",
            ["connection"] = transaction.Session?.Connection,
            ["stats"] = new JsonObject { ["loginsCount"] = 1 },
        }),
        ["session_id"] = transaction.Session?.Id,
        ["actions"] = new JsonObject { ["executions"] = new JsonArray() },
    };

    public static JsonObject OfSession(ProviderSession session) => new() { ["session_id"] = session.Id };

    public static JsonObject OfError(string error, string message) => new()
    {
        ["error"] = new JsonObject { ["message"] = message, ["oauthError"] = error, ["type"] = error },
    };

    public static JsonObject OfLogout(string? returnTo, IReadOnlyList<string> allowed, ProviderSession? session = null) => new()
    {
        ["return_to"] = returnTo,
        ["allowed_logout_url"] = new JsonArray([.. allowed.Select(url => JsonValue.Create(url))]),
        ["session_id"] = session?.Id,
        ["initiated_by"] = "rp",
    };

    public static JsonObject OfBackChannel(string url, int? status) => new()
    {
        ["request"] = new JsonObject { ["backchannel_logout_uri"] = url },
        ["response"] = new JsonObject { ["statusCode"] = status },
    };
}
