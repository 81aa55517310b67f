namespace Prober.Evidence.Har;

/// <summary>A cookie as a request sends it.</summary>
public sealed record CookiePair(string Name, string Value);

/// <summary>Takes a request's Cookie header apart (RFC 6265 section 5.4).</summary>
public static class CookieHeader
{
    /// <summary>Every cookie the request sent, in order; two of one name (different paths) are both there.</summary>
    public static IReadOnlyList<CookiePair> Of(HarRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return [.. request.Headers.All("cookie").SelectMany(Parse)];
    }

    public static IReadOnlyList<CookiePair> Parse(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return [.. header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Pair)];
    }

    // A pair without an equals sign is a cookie with an empty name, as browsers treat it.
    private static CookiePair Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? new("", text) : new(text[..equals].TrimEnd(), text[(equals + 1)..].TrimStart());
    }
}
