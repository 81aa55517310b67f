using System.Text.Json.Nodes;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers.Auth0;

/// <summary>One entry of a tenant's log.</summary>
internal static class Auth0Event
{
    private const string Expected = "an Auth0 log entry";

    /// <summary>What the checklist reads of <c>details</c>. The rest repeats requests, headers and users.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "error", "prompts", "initiatedAt", "completedAt", "elapsedTime", "actions", "session_id", "return_to", "allowed_logout_url", "initiated_by", "protocol",
        "origin", "allowedOrigins", "webOrigins", "action_name", "action_error", "action_trigger", "errors", "request", "response", "stats", "link", "executions",
    };

    private static readonly HashSet<string> KeptOfPrompt = new(StringComparer.Ordinal)
    {
        "name", "connection", "connection_id", "strategy", "initiatedAt", "completedAt", "elapsedTime", "flow", "stats", "timers",
    };

    private static readonly HashSet<string> KeptOfRequest = new(StringComparer.Ordinal) { "backchannel_logout_uri", "method", "path" };

    private static readonly HashSet<string> KeptOfResponse = new(StringComparer.Ordinal) { "statusCode" };

    public static ProviderLogEvent Read(JsonObject json)
    {
        var details = json.Object("details");
        return new()
        {
            Id = json.FirstText("log_id", "_id"),
            At = json.RequiredInstant("date", Expected),
            Code = json.RequiredText("type", Expected),
            Outcome = details?.Object("error")?.Text("oauthError") ?? details?.Text("error"),
            Description = json.Text("description") ?? details?.Object("error")?.Text("message"),
            ClientId = json.Text("client_id"),
            Connection = json.Text("connection"),
            User = json.FirstText("user_name", "user_id"),
            UserId = json.Text("user_id"),
            Correlation = details?.Text("session_id") ?? json.Object("references")?.Text("correlation_id"),
            Details = Details(json, details),
        };
    }

    private static JsonObject? Details(JsonObject json, JsonObject? details)
    {
        var kept = details?.Only(Kept) ?? [];
        if (kept["prompts"] is JsonArray prompts) kept["prompts"] = new JsonArray([.. prompts.Objects().Select(prompt => prompt.Only(KeptOfPrompt))]);
        if (kept["request"] is { } request) kept["request"] = (request as JsonObject)?.Only(KeptOfRequest);
        if (kept["response"] is { } response) kept["response"] = (response as JsonObject)?.Only(KeptOfResponse);
        foreach (var name in (string[])["organization_id", "strategy", "hostname"])
        {
            if (json.Text(name) is { } text) kept[name] = text;
        }

        return kept.Count == 0 ? null : kept;
    }
}
