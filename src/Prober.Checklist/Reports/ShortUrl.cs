using Prober.Evidence.Har;

namespace Prober.Checklist.Reports;

/// <summary>Addresses as a diagram can bear them: nothing lost that names a thing, long values cut.</summary>
internal static class ShortUrl
{
    private const int LongestValue = 24;
    private const int LongestAddress = 100;

    /// <summary>The address with every long query or fragment value cut; addresses in parameters keep more of themselves.</summary>
    public static string Of(string url)
    {
        var start = url.IndexOfAny(['?', '#']);
        if (start < 0)
            return Cut(url, 300);
        var parameters = url[(start + 1)..].Split('&').Select(Parameter);
        return $"{Cut(url[..start], 300)}{url[start]}{string.Join('&', parameters)}";
    }

    /// <summary>Where a response sends the browser, shortened; null when it does not.</summary>
    public static string? Target(HarEntry entry)
    {
        if (entry.Response.Status is < 300 or >= 400 || (entry.Response.Headers["location"] ?? entry.Response.RedirectUrl) is not { Length: > 0 } location)
            return null;
        return Of(entry.Request.Uri is { } from && Uri.TryCreate(from, location, out var target) ? target.AbsoluteUri : location);
    }

    private static string Parameter(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return Cut(pair, LongestValue);
        var value = Uri.UnescapeDataString(pair[(equals + 1)..]);
        var isAddress = value.StartsWith("http", StringComparison.Ordinal) || value.StartsWith('/');
        return $"{pair[..equals]}={Cut(pair[(equals + 1)..], isAddress ? LongestAddress : LongestValue)}";
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : $"{text[..length]}…";
}
