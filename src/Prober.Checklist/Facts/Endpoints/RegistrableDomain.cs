using System.Net;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>
/// The site a host belongs to, as browsers draw the line (https://publicsuffix.org; here a short list of common suffixes is
/// enough). Names under <c>localhost</c> are each a site of their own.
/// </summary>
internal static class RegistrableDomain
{
    private static readonly HashSet<string> Suffixes = [.. EmbeddedData.Read<IReadOnlyList<string>>("public-suffixes.json")];

    public static string Of(string host)
    {
        var name = host.TrimEnd('.').ToLowerInvariant();
        if (IPAddress.TryParse(name.Trim('[', ']'), out _)) return name;
        var labels = name.Split('.');
        for (var first = 0; first < labels.Length; first++)
        {
            var suffix = string.Join('.', labels[first..]);
            if (IsPublicSuffix(suffix)) return first == 0 ? name : string.Join('.', labels[(first - 1)..]);
        }

        return name;
    }

    /// <summary>True for a name under which anybody may register: a top-level label, or a listed suffix.</summary>
    public static bool IsPublicSuffix(string name) => !name.Contains('.', StringComparison.Ordinal) || Suffixes.Contains(name);

    /// <summary>Same scheme and same site (RFC 6265bis section 5.2, "schemeful same-site").</summary>
    public static bool SameSite(Uri one, Uri other) => one.Scheme == other.Scheme && Of(one.Host) == Of(other.Host);

    /// <summary>True where browsers treat plain http as secure: the machine itself.</summary>
    public static bool IsTrustworthy(Uri uri) =>
        uri.Scheme is "https" or "wss" || uri.IsLoopback || uri.Host == "localhost"
            || uri.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
