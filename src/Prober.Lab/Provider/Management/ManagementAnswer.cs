using System.Text.Json.Nodes;

namespace Prober.Lab.Provider.Management;

/// <summary>An answer of the management API: what was asked for, or an error in Auth0's shape.</summary>
internal sealed record ManagementAnswer(int Status, JsonNode Body)
{
    public static ManagementAnswer Ok(JsonNode body) => new(200, body);

    public static ManagementAnswer Of(IEnumerable<JsonObject> items) => Ok(new JsonArray([.. items]));

    public static ManagementAnswer NotFound(string message, string code) => Of(new ManagementFailure(404, message, code));

    public static ManagementAnswer Of(ManagementFailure failure) => new(failure.Status, new JsonObject
    {
        ["statusCode"] = failure.Status,
        ["error"] = failure.Status switch { 400 => "Bad Request", 401 => "Unauthorized", 403 => "Forbidden", 404 => "Not Found", 429 => "Too Many Requests", _ => "Internal Server Error" },
        ["message"] = failure.Message,
        ["errorCode"] = failure.Code,
    });
}
