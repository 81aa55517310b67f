using System.Text.Json;
using System.Text.Json.Nodes;

namespace Prober.Providers;

/// <summary>The JSON in an answer, and what an error answer says.</summary>
internal static class JsonBody
{
    private const int LongestReason = 200;

    /// <exception cref="JsonException">A successful answer is no JSON. What an error carries may be anything.</exception>
    public static async Task<JsonNode?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException) when (!response.IsSuccessStatusCode)
        {
            return null;
        }
    }

    /// <summary>The status, and the provider's own words as Auth0, Okta, Graph and OAuth put them.</summary>
    public static string Reason(HttpResponseMessage response, JsonNode? body)
    {
        var said = body is JsonObject json
            ? json.FirstText("message", "error_description", "errorSummary", "errorMessage") ?? json.Object("error")?.Text("message") ?? json.Text("error")
            : null;
        return said is { Length: > 0 } ? $"{(int)response.StatusCode}, {Cut(said)}" : $"{(int)response.StatusCode}";
    }

    private static string Cut(string text) => text.Length <= LongestReason ? text : $"{text[..(LongestReason - 1)]}…";
}
