using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Evidence.Har;

namespace Prober.Evidence.Provider;

/// <summary>
/// Discovery document and keys as the recorded browser fetched them: a file that a person sent is judged without a network, and today's keys
/// may not be those of then.
/// </summary>
public static class PublishedInTraffic
{
    /// <summary>What was published on the given hosts; nothing, with the reason, where no script of the page fetched it.</summary>
    /// <param name="traffic">The recording.</param>
    /// <param name="hosts">Authorities of the identity provider; keys of anybody else would prove nothing.</param>
    public static Captured<ProviderMetadata> Of(HarLog traffic, IReadOnlyCollection<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        var documents = traffic.Entries.Where(entry => entry.Response.Status == 200 && entry.Request.Uri is { } uri && hosts.Contains(uri.Authority, StringComparer.OrdinalIgnoreCase))
            .Select(entry => (Entry: entry, Json: Parse(entry.Response.Body))).Where(document => document.Json is not null).ToList();
        var discovery = documents.LastOrDefault(document => document.Json!.ContainsKey("issuer") && document.Json.ContainsKey("authorization_endpoint"));
        var keys = documents.LastOrDefault(document => document.Json!["keys"] is JsonArray set && set.Any(key => key is JsonObject known && known.ContainsKey("kty")));
        if (discovery.Entry is null && keys.Entry is null)
            return Captured.Nothing<ProviderMetadata>("the recorded browser fetched neither the provider's discovery document nor its keys, and a file is judged without a network");
        var first = discovery.Entry ?? keys.Entry!;
        return Captured.Of(new ProviderMetadata
        {
            FetchedAt = first.StartedAt,
            DiscoveryUrl = first.Request.Url,
            Discovery = discovery.Json,
            Keys = keys.Json,
            KeysCacheControl = keys.Entry?.Response.Headers["cache-control"],
        });
    }

    private static JsonObject? Parse(string? body)
    {
        if (body is null || !body.AsSpan().TrimStart().StartsWith("{") || !(body.Contains("\"issuer\"", StringComparison.Ordinal) || body.Contains("\"kty\"", StringComparison.Ordinal))) return null;
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
