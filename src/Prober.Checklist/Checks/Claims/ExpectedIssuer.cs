using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Endpoints;

namespace Prober.Checklist.Checks.Claims;

/// <summary>The issuer identifier that is right: the scenario's word, else what discovery published, else a discovery document in the traffic.</summary>
internal static class ExpectedIssuer
{
    public static string? Of(EvidenceReader evidence) =>
        evidence.Expectations.Provider.Issuer ?? evidence.Bundle.Provider.Value?.Discovery?["issuer"]?.ToString() ?? Recorded(evidence);

    private static string? Recorded(EvidenceReader evidence)
    {
        if (!evidence.Bundle.Traffic.IsPresent)
            return null;
        var body = evidence.Traffic.Entries.FirstOrDefault(entry =>
            evidence.Facts.RoleOf(entry) is EndpointRole.Discovery && entry.Response is { Status: 200, Body.Length: > 0 })?.Response.Body;
        try
        {
            return body is null ? null : (JsonNode.Parse(body) as JsonObject)?["issuer"]?.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
