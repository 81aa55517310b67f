using Prober.Evidence.Har;

namespace Prober.EndToEnd.Files;

/// <summary>Small edits of a HAR; entries are numbered anew.</summary>
internal static class TrafficEdit
{
    public static HarLog With(this HarLog traffic, IEnumerable<HarEntry> entries) =>
        traffic with { Entries = [.. entries.Select((entry, index) => entry with { Index = index })] };

    public static HarLog Each(this HarLog traffic, Func<HarEntry, HarEntry> change) => traffic.With(traffic.Entries.Select(change));

    public static string PathOf(this HarEntry entry) => entry.Request.Uri?.AbsolutePath ?? "";

    /// <summary>True for the form post that carried the password.</summary>
    public static bool IsPasswordPost(this HarEntry entry) =>
        entry.Request is { Method: "POST", PostData.Text: { } text } && text.Contains("password=", StringComparison.Ordinal);

    public static HarEntry WithUrl(this HarEntry entry, string url) => entry with { Request = new() { Method = entry.Request.Method, Url = url, Headers = entry.Request.Headers, PostData = entry.Request.PostData } };

    public static HarEntry WithPostData(this HarEntry entry, string text) => entry with { Request = entry.Request with { PostData = entry.Request.PostData! with { Text = text } } };

    public static HarEntry WithLocation(this HarEntry entry, string location) => entry with
    {
        Response = entry.Response with { RedirectUrl = location, Headers = new([.. entry.Response.Headers.Without("location"), new("location", location)]) },
    };

    public static HarEntry WithoutCookies(this HarEntry entry) => entry with
    {
        Request = entry.Request with { Headers = new(entry.Request.Headers.Without("cookie", "authorization")) },
        Response = entry.Response with { Headers = new(entry.Response.Headers.Without("set-cookie")) },
    };

    private static IEnumerable<HarHeader> Without(this HarHeaders headers, params IReadOnlyList<string> names) => headers.Where(header => !names.Contains(header.Name));
}
