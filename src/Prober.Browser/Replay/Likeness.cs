using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// How much a request is like a recorded one of the same method, origin and path. Parameters decide first, because they say what is asked for; the
/// names of the cookies come next, because they say by whom (signed in or not); their values last.
/// </summary>
internal readonly record struct Likeness(int Parameters, int CookieNames, int CookieValues) : IComparable<Likeness>
{
    public static Likeness Of(RequestSeen seen, HarEntry recorded) => new(
        Shared(seen.Query, QueryString.OfUrl(recorded.Request.Url)) + Shared(seen.Form, FormBody.Of(recorded.Request) ?? QueryString.Empty),
        -Different(seen.Cookies.Select(cookie => cookie.Name), CookieHeader.Of(recorded.Request).Select(cookie => cookie.Name)),
        CookieHeader.Of(recorded.Request).Count(seen.Cookies.Contains));

    public int CompareTo(Likeness other) => (Parameters, CookieNames, CookieValues).CompareTo((other.Parameters, other.CookieNames, other.CookieValues));

    // A name that only one of them has counts against them, a value that both have for them; a value that differs may be fresh (state, nonce).
    private static int Shared(QueryString seen, QueryString recorded) =>
        (2 * recorded.Count(parameter => seen.All(parameter.Name).Contains(parameter.Value)))
        - Different(seen.Select(parameter => parameter.Name), recorded.Select(parameter => parameter.Name));

    private static int Different(IEnumerable<string> seen, IEnumerable<string> recorded)
    {
        var names = seen.ToHashSet(StringComparer.Ordinal);
        names.SymmetricExceptWith(recorded);
        return names.Count;
    }
}
