using System.Globalization;
using Prober.Evidence.Har;

namespace Prober.Browser.Replay;

/// <summary>
/// The recorded headers as they are sent again: without what belongs to the connection of then, with dates moved by as much time as went by since, and
/// redirects with the fresh values that the page waits for.
/// </summary>
internal static class AnswerHeaders
{
    // Body and connection are of our own making. HSTS and its kin would outlive the replay of an address that is not what it says.
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    {
        "connection", "keep-alive", "transfer-encoding", "te", "trailer", "upgrade", "content-length", "content-encoding", "proxy-connection", "proxy-authenticate",
        "strict-transport-security", "alt-svc", "nel", "report-to", "reporting-endpoints", "expect-ct", "etag", "last-modified", "accept-ranges", "content-range", ReplayTag.Header,
    };

    /// <summary>The headers of an answer.</summary>
    /// <param name="recorded">The exchange that is repeated.</param>
    /// <param name="passed">Time since then.</param>
    /// <param name="fresh">Puts fresh values into a text.</param>
    public static IEnumerable<HarHeader> Of(HarEntry recorded, TimeSpan passed, Func<string, string> fresh)
    {
        foreach (var header in recorded.Response.Headers)
        {
            if (Left.Contains(header.Name) || header.Name.StartsWith(':')) continue;
            yield return new(header.Name, Clean(header.Name switch
            {
                "date" or "expires" => Moved(header.Value, passed),
                "set-cookie" => Cookie(header.Value, passed),
                "location" or "refresh" => fresh(header.Value),
                _ => header.Value,
            }));
        }
    }

    private static string Cookie(string header, TimeSpan passed)
    {
        if (SetCookie.Parse(header)?.Expires is not { } end) return header;
        var parts = header.Split(';');
        return string.Join(';', parts.Select((part, index) => index > 0 && part.TrimStart().StartsWith("expires", StringComparison.OrdinalIgnoreCase) ? $" Expires={Http(end, passed)}" : part));
    }

    private static string Moved(string date, TimeSpan passed) =>
        DateTimeOffset.TryParseExact(date, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? Http(instant, passed) : date;

    // "The beginning of time" deletes a cookie, and is to go on doing so.
    private static string Http(DateTimeOffset instant, TimeSpan passed) =>
        (instant.Year < 2000 || instant > DateTimeOffset.MaxValue - passed ? instant : instant + passed).ToString("r", CultureInfo.InvariantCulture);

    private static string Clean(string value) => value.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0 ? value : string.Concat(value.Where(character => !char.IsControl(character)));
}
