namespace Prober.Evidence.Har;

/// <summary>
/// A URL cut at its first <c>?</c> and <c>#</c> without any normalisation, because byte-exact comparison is what checks need. Query and
/// fragment stand without their mark and are null when there is none.
/// </summary>
public sealed record UrlParts(string Path, string? Query, string? Fragment)
{
    public static UrlParts Of(string? url)
    {
        if (string.IsNullOrEmpty(url)) return new("", null, null);
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? null : url[(hash + 1)..];
        var rest = hash < 0 ? url : url[..hash];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? new(rest, null, fragment) : new(rest[..mark], rest[(mark + 1)..], fragment);
    }

    public override string ToString() => Path + (Query is null ? "" : "?" + Query) + (Fragment is null ? "" : "#" + Fragment);
}
