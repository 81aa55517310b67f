using System.Collections;

namespace Prober.Evidence.Har;

/// <summary>
/// Parameters in <c>application/x-www-form-urlencoded</c> form, as they stand in a query, a fragment or a form body: in order,
/// duplicates kept, each with its raw text.
/// </summary>
public sealed class QueryString : IReadOnlyList<UrlParameter>
{
    public static readonly QueryString Empty = new([]);

    private readonly IReadOnlyList<UrlParameter> _parameters;

    private QueryString(IReadOnlyList<UrlParameter> parameters) => _parameters = parameters;

    public int Count => _parameters.Count;

    public UrlParameter this[int index] => _parameters[index];

    /// <summary>The first decoded value under a name (case matters, RFC 6749 appendix B), or null when the name does not occur.</summary>
    public string? this[string name] => _parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value;

    /// <summary>Parses text without its leading <c>?</c> or <c>#</c>; one that is there is passed over. Never throws.</summary>
    public static QueryString Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Empty;
        var body = text[0] is '?' or '#' ? text[1..] : text;
        return body.Length == 0 ? Empty : new([.. body.Split('&').Where(part => part.Length > 0).Select(UrlParameter.Parse)]);
    }

    /// <summary>The query of a URL, absolute or relative.</summary>
    public static QueryString OfUrl(string? url) => Parse(UrlParts.Of(url).Query);

    /// <summary>The parameters in a URL's fragment, where implicit and hybrid responses put them (OAuth 2.0 Multiple Response Types 3).</summary>
    public static QueryString OfFragment(string? url) => Parse(UrlParts.Of(url).Fragment);

    public bool Has(string name) => _parameters.Any(parameter => parameter.Name == name);

    public IEnumerable<string> All(string name) => _parameters.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value);

    public IEnumerator<UrlParameter> GetEnumerator() => _parameters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
