using System.Text.Json.Nodes;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Token;

/// <summary>The decoded tokens of one login, in the order an application should look: ID token, UserInfo, access token.</summary>
internal sealed class LoginTokens
{
    private static readonly TokenKind[] Order = [TokenKind.Id, TokenKind.UserInfo, TokenKind.Access];

    private readonly IReadOnlyList<(CapturedToken Token, int Index)> _tokens;

    private LoginTokens(IReadOnlyList<(CapturedToken Token, int Index)> tokens) => _tokens = tokens;

    /// <summary>True when a token that is meant to speak of the user can be read.</summary>
    public bool Visible => _tokens.Any(item => item.Token.Kind is TokenKind.Id or TokenKind.UserInfo);

    public IEnumerable<(string Source, int Index)> Seen =>
        _tokens.Where(item => item.Token.Kind != TokenKind.Access).Select(item => (SourceOf(item.Token), item.Index));

    public bool HasOverage => _tokens.Any(item =>
        item.Token.Claims!.ContainsKey("hasgroups") || item.Token.Claims["_claim_names"] is not null);

    /// <summary>A UserInfo response about somebody else must be thrown away (OpenID Connect Core 5.3.2).</summary>
    public Finding? SubjectsDiffer
    {
        get
        {
            var subjects = _tokens.Where(item => item.Token.Kind != TokenKind.Access && item.Token.Claims!["sub"] is not null)
                .DistinctBy(item => item.Token.Claims!["sub"]!.ToString()).ToList();
            return subjects.Count < 2 || subjects.All(item => item.Token.Kind == TokenKind.Id) ? null
                : Finding.Fail("subject-differs", "The UserInfo response speaks of another subject than the ID token.",
                    [.. subjects.Select(item => EvidencePointer.Token(item.Index, "claims.sub", item.Token.Claims!["sub"]!.ToString()))]);
        }
    }

    public static LoginTokens Of(EvidenceReader evidence, LoginCourse course)
    {
        var until = course.Phase?.EndedAt ?? DateTimeOffset.MaxValue;
        var client = course.Decisive?.ClientId;
        return new(
        [
            .. evidence.Tokens.Index().Select(item => (Token: item.Item, item.Index))
                .Where(item => item.Token.Claims is not null && Order.Contains(item.Token.Kind)
                    && (item.Token.SeenAt <= until || item.Token.Place == TokenPlace.File) && IsFor(item.Token, client))
                .OrderBy(item => Array.IndexOf(Order, item.Token.Kind)),
        ]);
    }

    /// <summary>The claim under its own name or a namespaced one; a value before an empty one, an exact name before a namespaced
    /// one.</summary>
    public FoundClaim? Find(string claim) =>
        _tokens.SelectMany(item => NamesOf(item.Token, claim).Select(name => new FoundClaim(item.Token, item.Index, name)))
        .OrderBy(found => found.IsEmpty).ThenBy(found => Array.IndexOf(Order, found.Token.Kind)).ThenBy(found => found.Name != claim)
            .FirstOrDefault();

    internal static string SourceOf(CapturedToken token) =>
        token.Kind switch { TokenKind.Id => "ID token", TokenKind.UserInfo => "UserInfo response", _ => "access token" };

    private static IEnumerable<string> NamesOf(CapturedToken token, string claim) =>
        token.Claims!.Select(member => member.Key).Where(name => name == claim || name.EndsWith("/" + claim, StringComparison.Ordinal));

    // An ID token for another application says nothing of this one.
    private static bool IsFor(CapturedToken token, string? client) =>
        token.Kind != TokenKind.Id || client is null || token.Claims!["aud"] switch
        {
            JsonArray audiences => audiences.Any(audience => audience?.ToString() == client),
            { } audience => audience.ToString() == client,
            null => true,
        };
}

/// <summary>A claim where it was found.</summary>
internal sealed record FoundClaim(CapturedToken Token, int Index, string Name)
{
    public string Source => LoginTokens.SourceOf(Token);

    public bool IsEmpty => Token.Claims![Name] switch
    {
        null => true,
        JsonArray { Count: 0 } => true,
        JsonValue value => value.TryGetValue<string>(out var text) && text.Length == 0,
        _ => false,
    };
}
