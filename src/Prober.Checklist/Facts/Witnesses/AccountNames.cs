using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Har;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>
/// Every name under which this run's account may stand in a log or a directory: subject of the tokens, identifiers typed, records read.
/// In a stored bundle they are fingerprints, which are equal where the names were equal.
/// </summary>
internal static class AccountNames
{
    private static readonly string[] Claims = ["sub", "email", "preferred_username", "upn", "nickname"];

    public static IReadOnlySet<string> Of(EvidenceReader evidence) => Tokens(evidence).Concat(Typed(evidence)).Concat(Records(evidence))
        .Where(name => name.Length > 0).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Tokens(EvidenceReader evidence) =>
        (evidence.Bundle.Tokens.Value ?? []).Where(token => token.Kind is TokenKind.Id or TokenKind.UserInfo && token.Claims is not null)
            .SelectMany(token => Texts(token.Claims!));

    private static IEnumerable<string> Typed(EvidenceReader evidence) => evidence.Facts.Interactive
        .SelectMany(transaction => transaction.Chain)
        .Where(entry => evidence.Facts.RoleOf(entry) == EndpointRole.CredentialPost)
        .SelectMany(entry => FormBody.Of(entry.Request) ?? QueryString.Parse(""))
        .Where(field => PatternTable.Default.IdentifierFields.Matches(field.Name)).Select(field => field.Value);

    private static IEnumerable<string> Records(EvidenceReader evidence) => (evidence.Bundle.Users.Value?.Records ?? [])
        .SelectMany(record => Texts(record.Attributes).Append(record.Id));

    private static IEnumerable<string> Texts(JsonObject json) => Claims.Select(name => json[name]).OfType<JsonValue>()
        .Select(value => value.TryGetValue<string>(out var text) ? text : "");
}
