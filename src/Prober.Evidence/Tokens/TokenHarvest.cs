using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Evidence.Tokens;

/// <summary>Finds every token on its way to the application: in redirects, form posts, token and UserInfo responses, and in web storage.</summary>
public static class TokenHarvest
{
    /// <summary>In order of appearance; the same token in the same kind of place is reported once, where it was first seen.</summary>
    public static IReadOnlyList<CapturedToken> From(HarLog? traffic, IReadOnlyList<StorageSnapshot>? storage = null)
    {
        var found = (traffic?.Entries ?? []).SelectMany(OfEntry).Concat((storage ?? []).SelectMany(StorageTokens.Of));
        return [.. found.DistinctBy(token => (token.Kind, token.Place, token.Raw))];
    }

    private static IEnumerable<CapturedToken> OfEntry(HarEntry entry) =>
    [
        .. OfParameters(QueryString.OfUrl(entry.Request.Url), TokenPlace.CallbackQuery, entry),
        .. OfParameters(QueryString.OfFragment(entry.Request.Url), TokenPlace.CallbackFragment, entry),
        .. OfForm(entry),
        .. OfParameters(QueryString.OfFragment(RedirectTarget.Of(entry)), TokenPlace.CallbackFragment, entry),
        .. ResponseTokens.Of(entry),
    ];

    // A form with a grant type is a request for tokens: what it carries was seen before, on its way to the application.
    private static IEnumerable<CapturedToken> OfForm(HarEntry entry) =>
        FormBody.Of(entry.Request) is { } form && !form.Has("grant_type") ? OfParameters(form, TokenPlace.FormPost, entry) : [];

    private static IEnumerable<CapturedToken> OfParameters(QueryString parameters, TokenPlace place, HarEntry entry) =>
        from parameter in parameters
        let kind = TokenNames.KindOf(parameter.Name)
        where kind is not null && parameter.Value.Length > 0
        select TokenCapture.Of(kind.Value, place, parameter.Value, entry, At(place, entry));

    private static DateTimeOffset At(TokenPlace place, HarEntry entry) => place == TokenPlace.FormPost ? entry.StartedAt : entry.EndedAt;
}
