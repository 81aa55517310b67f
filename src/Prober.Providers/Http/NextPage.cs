using System.Text.RegularExpressions;

namespace Prober.Providers;

/// <summary>The address of the next page in a <c>Link</c> header: <c>&lt;https://…&gt;; rel="next"</c> (RFC 8288).</summary>
internal static partial class NextPage
{
    public static Uri? Of(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Link", out var values)) return null;
        var link = values.SelectMany(value => Link().Matches(value)).FirstOrDefault(match => match.Groups["rel"].Value == "next");
        return link is not null && Uri.TryCreate(link.Groups["url"].Value, UriKind.Absolute, out var next) ? next : null;
    }

    [GeneratedRegex("""<(?<url>[^>]+)>[^,]*;\s*rel="?(?<rel>\w+)"?""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
