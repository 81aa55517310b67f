namespace Prober.Checklist.Facts.Endpoints;

/// <summary>Compares addresses as allow-lists do (RFC 3986 section 6.2.1: simple string comparison after the host).</summary>
public static class RedirectUris
{
    /// <summary>Same scheme, host, port and path; query and fragment aside.</summary>
    public static bool SameEndpoint(string? one, string? other) =>
        Endpoint(one) is { } endpoint && endpoint == Endpoint(other);

    /// <summary>What <see cref="SameEndpoint"/> compares; null for what is no absolute address.</summary>
    public static string? Endpoint(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Endpoint(uri) : null;

    /// <inheritdoc cref="Endpoint(string?)"/>
    public static string Endpoint(Uri uri) => uri.GetLeftPart(UriPartial.Path);

    /// <summary>
    /// Names the first difference between two addresses: <c>same</c>, <c>scheme</c>, <c>localhost-or-loopback</c>, <c>host</c>,
    /// <c>port</c>, <c>trailing-slash</c>, <c>path-case</c>, <c>path</c>, <c>query</c> or <c>fragment</c>.
    /// </summary>
    public static string Difference(string sent, string registered)
    {
        if (!Uri.TryCreate(sent, UriKind.Absolute, out var left) || !Uri.TryCreate(registered, UriKind.Absolute, out var right))
            return "path";
        if (left.Scheme != right.Scheme) return "scheme";
        if (!left.IdnHost.Equals(right.IdnHost, StringComparison.OrdinalIgnoreCase))
            return left.IsLoopback && right.IsLoopback ? "localhost-or-loopback" : "host";
        if (left.Port != right.Port) return "port";
        if (left.AbsolutePath != right.AbsolutePath || EndsWithSlash(sent) != EndsWithSlash(registered))
            return OfPath(left.AbsolutePath, right.AbsolutePath);
        if (left.Query != right.Query) return "query";
        return left.Fragment != right.Fragment ? "fragment" : "same";
    }

    /// <summary>The registered address that differs least, and how; null when none is known.</summary>
    public static (string Registered, string Difference)? Nearest(string sent, IEnumerable<string> registered) => registered
        .Select(candidate => (Registered: candidate, Difference: Difference(sent, candidate)))
        .OrderBy(pair => Array.IndexOf(Nearness, pair.Difference))
        .Select(pair => ((string, string)?)pair)
        .FirstOrDefault();

    private static readonly string[] Nearness =
        ["same", "trailing-slash", "scheme", "port", "path-case", "query", "fragment", "localhost-or-loopback", "path", "host"];

    private static bool EndsWithSlash(string url) => url.Split('?', '#')[0].EndsWith('/');

    private static string OfPath(string left, string right) =>
        left.TrimEnd('/') == right.TrimEnd('/') ? "trailing-slash"
        : left.Equals(right, StringComparison.OrdinalIgnoreCase) ? "path-case" : "path";
}
