using System.Text.Json.Nodes;
using Prober.Checklist.Checks.Claims.Saml;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Saml;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>
/// What the source of a login said of the user: the upstream provider where there is one, else the identity provider itself. Tokens and
/// UserInfo responses speak here; an assertion is one more <see cref="SeenAttributes"/> in <see cref="Of"/>.
/// </summary>
/// <param name="IsUpstream">True when the user comes from a provider behind the provider.</param>
/// <param name="Seen">One for every answer that can be read; empty when the exchange was between servers.</param>
internal sealed record AttributesAtSource(bool IsUpstream, IReadOnlyList<SeenAttributes> Seen)
{
    public static AttributesAtSource Of(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var isUpstream = evidence.Facts.Transactions.Any(transaction => transaction.IsUpstream);
        return new(isUpstream, [.. OfAssertions(evidence, isUpstream), .. (evidence.Bundle.Tokens.Value ?? []).Index()
            .Where(item => item.Item is { Claims: not null, Kind: TokenKind.Id or TokenKind.UserInfo } token
                && (token.SeenAt <= (course.Phase?.EndedAt ?? DateTimeOffset.MaxValue) || token.Place == TokenPlace.File)
                && IsOfUpstream(evidence, token) == isUpstream)
            .Select(item => SeenAttributes.OfJson(item.Item.Kind == TokenKind.Id ? "the ID token" : "the UserInfo response", item.Item.Claims!,
                (name, value) => EvidencePointer.Token(item.Index, $"claims.{name}", value)))]);
    }

    /// <summary>Where an attribute was seen, and under which name; null when nowhere.</summary>
    public (SeenAttributes Where, string Name)? Find(string attribute) => Seen
        .Select(seen => seen.Find(attribute) is { } name ? ((SeenAttributes, string)?)(seen, name) : null)
        .FirstOrDefault(found => found is not null);

    private static IEnumerable<SeenAttributes> OfAssertions(EvidenceReader evidence, bool isUpstream) => isUpstream && evidence.Bundle.Assertions.IsPresent
        ? ReceivedAssertions.Of(evidence).Where(received => received.IsForBroker && received.Assertion is not null)
            .Select(received => new SeenAttributes("the assertion", ValuesOf(received.Assertion!), (name, value) => received.Points($"Assertion/AttributeStatement/{name}", value)))
        : [];

    private static Dictionary<string, JsonNode?> ValuesOf(SamlAssertion assertion) => assertion.Attributes.GroupBy(attribute => attribute.FriendlyName ?? attribute.Name)
        .ToDictionary(group => group.Key, group => (JsonNode?)new JsonArray([.. group.First().Values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => JsonValue.Create(value))]));

    // A token that came to the broker's callback, or from a host upstream, is the upstream provider's.
    private static bool IsOfUpstream(EvidenceReader evidence, CapturedToken token) =>
        token.Entry is { } entry && evidence.Traffic.Entries.FirstOrDefault(candidate => candidate.Index == entry) is { } carrier
        && (evidence.Facts.RoleOf(carrier) is EndpointRole.BrokerCallback or EndpointRole.Upstream or EndpointRole.UpstreamAuthorization
            || (carrier.Request.Uri is { } uri && evidence.Facts.UpstreamHosts.Contains(uri.Authority)));
}
