using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>A request of the replaying browser, with its values put back to those of the recording where they are known.</summary>
/// <param name="Method">In capitals.</param>
/// <param name="Url">Absolute, with query.</param>
/// <param name="Cookies">As sent.</param>
/// <param name="Body">The body as text; null for none.</param>
/// <param name="ContentType">Of the body.</param>
internal sealed record RequestSeen(string Method, string Url, IReadOnlyList<CookiePair> Cookies, string? Body, string? ContentType)
{
    public QueryString Query { get; } = QueryString.OfUrl(Url);

    public QueryString Form { get; } = Body is { Length: > 0 } && FormBody.Is(Body, ContentType) ? QueryString.Parse(Body) : QueryString.Empty;

    /// <summary>The same with every text passed through a translation.</summary>
    public RequestSeen Translated(Func<string, string> translate) =>
        new(Method, translate(Url), [.. Cookies.Select(cookie => cookie with { Value = translate(cookie.Value) })], Body is null ? null : translate(Body), ContentType);
}
