using Prober.Browser.Replay;
using Prober.Evidence.Har;

namespace Prober.Tests.Browser.Replay;

/// <summary>Small recordings, and requests to lay beside them.</summary>
internal static class Recordings
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 10, 0, 0, TimeSpan.Zero);

    public static HarLog Of(params IEnumerable<HarEntry> entries) =>
        new() { Creator = "WebInspector", Entries = [.. entries.Select((entry, index) => entry with { Index = index, StartedAt = Start.AddSeconds(index * 10) })] };

    public static HarEntry Exchange(string url, int status = 200, string? cookies = null, string method = "GET", string? form = null, string? failure = null, params IReadOnlyList<HarHeader> headers) => new()
    {
        Index = 0,
        StartedAt = Start,
        TimeMs = 100,
        Request = new()
        {
            Method = method,
            Url = url,
            Headers = new(cookies is null ? [] : [new("cookie", cookies)]),
            PostData = form is null ? null : new("application/x-www-form-urlencoded", form),
        },
        Response = new() { Status = status, Headers = new(headers), Failure = failure, MimeType = "text/html", Body = "page" },
        ResourceType = "document",
    };

    public static RequestSeen Seen(string url, string? cookies = null, string method = "GET", string? form = null) =>
        new(method, url, CookieHeader.Parse(cookies ?? ""), form, form is null ? null : "application/x-www-form-urlencoded");
}
