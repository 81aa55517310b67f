using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Traffic;

namespace Prober.Checklist.Facts.Logins;

/// <summary>Finds the calls of the token endpoint that the browser made itself (RFC 6749 section 4.1.3).</summary>
internal static class TokenExchanges
{
    public static IReadOnlyList<TokenExchange> Of(RedirectChains chains, IReadOnlyList<EndpointRole> roles) =>
        [.. chains.Exchanges.Where(exchange => roles[exchange.Index] == EndpointRole.Token && exchange.IsPost).Select(Read)];

    private static TokenExchange Read(Exchange exchange)
    {
        var answer = Json(exchange.Body);
        var request = exchange.Form.Count > 0 ? null : Json(exchange.Entry.Request.PostData?.Text);
        return new(
            exchange.Entry,
            exchange.Parameter("grant_type") ?? Text(request, "grant_type"),
            exchange.Parameter("code") ?? Text(request, "code"),
            ErrorOf(exchange, answer),
            Text(answer, "error_description") ?? exchange.Entry.Response.Failure);
    }

    private static string? ErrorOf(Exchange exchange, JsonObject? answer)
    {
        if (Text(answer, "error") is { } error) return error;
        // A refused CORS answer is seen only as a request that failed; a cancelled one says nothing.
        if (exchange.Status == 0)
            return exchange.Entry.Response.Failure is { } failure ? NetworkFailure.IsCors(failure) ? "cors"
                : NetworkFailure.IsNoise(failure) ? null : "network" : null;
        return exchange.Status >= 400 ? $"http-{exchange.Status}" : null;
    }

    public static string? Text(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static JsonObject? Json(string? text)
    {
        if (text is null || !text.AsSpan().TrimStart().StartsWith("{")) return null;
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
