using System.Text.Json;
using System.Text.Json.Nodes;
using Prober.Checklist.Facts;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Expected;
using Prober.Evidence.Har;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Inference;

/// <summary>How the provider of a recording calls itself: what the recording shows, else a guess that says so.</summary>
internal static class IssuerInference
{
    /// <summary>The issuer identifier of an OpenID Connect provider; null where no application asked for a login by OpenID Connect.</summary>
    public static (string? Issuer, string Because) IssuerOf(EvidenceFacts facts, HarLog traffic, ExpectedProvider provider)
    {
        if (facts.Transactions.Where(transaction => !transaction.IsUpstream).Select(transaction => (transaction.Callback?.Index, Issuer: transaction.CallbackParameters.GetValueOrDefault("iss")))
            .FirstOrDefault(callback => callback.Issuer is not null) is { Issuer: { } named } answer) return (named, $"iss of the callback, entry {answer.Index}");
        if (traffic.Entries.Where(entry => facts.RoleOf(entry) == EndpointRole.Discovery).Select(Published).FirstOrDefault(issuer => issuer is not null) is { } published)
            return (published, "the discovery document in the recording");
        if (TokenHarvest.From(traffic).Where(token => token.Kind == TokenKind.Id).Select(token => token.Claims?["iss"]?.ToString()).FirstOrDefault(claim => claim is not null) is { } claimed)
            return (claimed, "iss of an ID token in the recording");
        if (EndpointOf(facts, [LoginProtocol.OpenIdConnect]) is not { } endpoint) return (null, "");
        return IssuerTable.Default.IssuerOf(provider.Kind, endpoint) is { } usual
            ? (usual.Address, $"GUESSED: where {usual.Kind} has it; compare with its /.well-known/openid-configuration, to the trailing slash")
            : (endpoint.GetLeftPart(UriPartial.Authority) + "/", "GUESSED from the authorization endpoint's host: compare with /.well-known/openid-configuration, to the trailing slash");
    }

    /// <summary>Address of the provider's SAML metadata; null where nobody speaks SAML or WS-Federation, or no product's path fits.</summary>
    public static (string Address, string Because)? SamlMetadataOf(EvidenceFacts facts, ExpectedProvider provider) =>
        EndpointOf(facts, [LoginProtocol.Saml, LoginProtocol.WsFederation]) is { } endpoint && IssuerTable.Default.SamlMetadataOf(provider.Kind, endpoint) is { } usual
            ? (usual.Address, $"GUESSED: where {usual.Kind} has it") : null;

    private static Uri? EndpointOf(EvidenceFacts facts, LoginProtocol[] protocols) =>
        facts.Transactions.FirstOrDefault(transaction => !transaction.IsUpstream && protocols.Contains(transaction.Protocol))?.Authorization.Request.Uri;

    private static string? Published(HarEntry entry)
    {
        try
        {
            return entry.Response.Body is { } body && (JsonNode.Parse(body) as JsonObject)?["issuer"] is JsonValue issuer && issuer.TryGetValue(out string? text) ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
