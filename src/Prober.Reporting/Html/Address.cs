using Prober.Reporting.Wording;

namespace Prober.Reporting.Html;

/// <summary>Addresses cut to what fits a line.</summary>
internal static class Address
{
    /// <summary>Path and query, for where the host is already said.</summary>
    public static string Path(string url, int length)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? -1 : url.IndexOf('/', scheme + 3);
        return Printable.Line(path < 0 ? (scheme < 0 ? url : "/") : url[path..], length);
    }

    /// <summary>Host and path without scheme and query.</summary>
    public static string HostAndPath(string url, int length)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? url : url[(scheme + 3)..];
        var end = rest.AsSpan().IndexOfAny('?', '#');
        return Printable.Line(end < 0 ? rest : rest[..end], length);
    }
}
