using System.Buffers;

namespace Prober.Evidence.Har;

/// <summary>Where a response sends the browser, with the fragment that recorders drop from the next request.</summary>
public static class RedirectTarget
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");

    /// <summary>
    /// The Location header resolved against the request's URL (RFC 9110 section 10.2.2), else the recorder's <c>redirectURL</c>; null
    /// when the response is no redirect. A target that is absolute is returned byte for byte.
    /// </summary>
    public static string? Of(HarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Response.Headers["location"] is not { Length: > 0 } location) return entry.Response.RedirectUrl;
        if (entry.Response.Status is not (0 or 201 or (>= 300 and < 400))) return null;
        var target = Resolve(entry.Request, location.Trim());
        var inherited = UrlParts.Of(entry.Request.Url).Fragment;
        return inherited is null || target.Contains('#', StringComparison.Ordinal) ? target : $"{target}#{inherited}";
    }

    private static string Resolve(HarRequest request, string location)
    {
        if (HasScheme(location) || request.Uri is not { } origin) return location;
        if (location.StartsWith("//", StringComparison.Ordinal)) return $"{origin.Scheme}:{location}";
        if (location.StartsWith('/')) return origin.GetLeftPart(UriPartial.Authority) + location;
        if (location.StartsWith('?')) return UrlParts.Of(request.Url).Path + location;
        return Uri.TryCreate(origin, location, out var resolved) ? resolved.OriginalString : location;
    }

    private static bool HasScheme(string location)
    {
        var colon = location.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(location[0])
            && location.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }
}
