using System.Buffers;

namespace Prober.Evidence.Har;

/// <summary>
/// Takes apart the Set-Cookie lines that a recorder joined by ", " as RFC 9110 section 5.3 allows for other headers. A comma in a cookie's value
/// or in the date of Expires stays: only one behind the first attribute, with a name and an equals sign after it, begins another cookie.
/// </summary>
internal static class JoinedCookies
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("()<>@,;:\\\"/[]?={} \t");

    public static IEnumerable<string> Split(string header)
    {
        var start = 0;
        var inAttributes = false;
        for (var at = 0; at < header.Length; at++)
        {
            if (header[at] == ';') inAttributes = true;
            if (!inAttributes || header[at] != ',' || !BeginsCookie(header.AsSpan(at + 1))) continue;
            yield return header[start..at].Trim();
            (start, inAttributes) = (at + 1, false);
        }

        yield return header[start..].Trim();
    }

    private static bool BeginsCookie(ReadOnlySpan<char> rest)
    {
        var name = rest.TrimStart(' ');
        var end = name.IndexOfAny(Separators);
        return name.Length < rest.Length && end > 0 && name[end] == '=';
    }
}
