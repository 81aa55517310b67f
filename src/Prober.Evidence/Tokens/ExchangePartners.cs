using Prober.Evidence.Har;

namespace Prober.Evidence.Tokens;

/// <summary>What came in the same response as a token, or was redeemed for it: what its hashes must fit.</summary>
internal sealed record ExchangePartners(string? AccessToken, string? Code, string? State)
{
    public static ExchangePartners Of(CapturedToken token, IReadOnlyList<CapturedToken> all, HarLog? traffic)
    {
        var access = all.FirstOrDefault(other =>
            other.Kind == TokenKind.Access && other.Place == token.Place && other.Entry == token.Entry && other.Location == token.Location)?.Raw;
        if (token.Entry is not { } index || traffic is null || index >= traffic.Entries.Count) return new(access, null, null);
        var parameters = Parameters(token.Place, traffic.Entries[index]);
        return new(access, parameters["code"], token.Place == TokenPlace.TokenResponse ? null : parameters["state"]);
    }

    private static QueryString Parameters(TokenPlace place, HarEntry entry) => place switch
    {
        TokenPlace.CallbackQuery => QueryString.OfUrl(entry.Request.Url),
        TokenPlace.FormPost or TokenPlace.TokenResponse => TokenRequest.Fields(entry.Request) ?? QueryString.Empty,
        TokenPlace.CallbackFragment => Fragment(entry),
        _ => QueryString.Empty,
    };

    private static QueryString Fragment(HarEntry entry)
    {
        var redirect = QueryString.OfFragment(RedirectTarget.Of(entry));
        return redirect.Count > 0 ? redirect : QueryString.OfFragment(entry.Request.Url);
    }
}
