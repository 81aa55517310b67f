using System.Collections.Frozen;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// The scripts, styles, fonts and pictures of a page. A large HAR holds little else, each with some thirty headers, half of them unlike any
/// other: of these only what a check, or the replay of a recording, asks for is kept.
/// </summary>
internal sealed class StaticFiles(StringPool pool)
{
    /// <summary>The headers that are kept, by their names in lower case.</summary>
    public static readonly FrozenSet<string> Kept = FrozenSet.Create(
        StringComparer.Ordinal,
        "accept",
        "access-control-allow-credentials",
        "access-control-allow-origin",
        "age",
        "authorization",
        "cache-control",
        "content-security-policy",
        "content-type",
        "cookie",
        "date",
        "location",
        "origin",
        "purpose",
        "referer",
        "sec-fetch-dest",
        "sec-fetch-mode",
        "sec-fetch-site",
        "sec-fetch-user",
        "sec-purpose",
        "set-cookie",
        "user-agent",
        "x-cache",
        "x-requested-with");

    private readonly List<HarHeader> _kept = [];

    /// <summary>The headers that are kept of the request for such a file, one list for all that are equal.</summary>
    public HarHeaders Thin(HarHeaders headers)
    {
        _kept.Clear();
        for (var at = 0; at < headers.Count; at++)
        {
            if (Kept.Contains(headers[at].Name)) _kept.Add(headers[at]);
        }

        return pool.Shared(_kept);
    }
}
