using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Prober.Benchmarks.HarReading;

/// <summary>
/// The static files that a page of a real site loads beside each exchange of a login: thirty headers each, as a browser sends and a content
/// delivery network answers them, with entity tags and request ids of their own.
/// </summary>
internal static class SiteFiles
{
    private static readonly (string Suffix, string Type, string Destination)[] Kinds =
    [
        ("js", "application/javascript; charset=utf-8", "script"), ("css", "text/css; charset=utf-8", "style"), ("woff2", "font/woff2", "font"),
        ("png", "image/png", "image"), ("svg", "image/svg+xml", "image"), ("webp", "image/webp", "image"),
    ];

    /// <summary>The entries that go with a recorded one: its page, time and browser, an address of their own.</summary>
    public static IEnumerable<JsonNode> Beside(JsonNode recorded, int number) => Kinds.Select((kind, index) => File(recorded, kind, $"{number}-{index}"));

    private static JsonObject File(JsonNode recorded, (string Suffix, string Type, string Destination) kind, string name)
    {
        var copy = recorded.DeepClone().AsObject();
        var url = $"https://static.portal.localhost/assets/{Id(name)}.{kind.Suffix}";
        copy["_resourceType"] = kind.Destination;
        copy["request"] = new JsonObject
        {
            ["method"] = "GET",
            ["url"] = url,
            ["httpVersion"] = "HTTP/2.0",
            ["cookies"] = new JsonArray(),
            ["headers"] = Headers(Asked(kind.Destination)),
            ["queryString"] = new JsonArray(),
            ["headersSize"] = -1,
            ["bodySize"] = 0,
        };
        copy["response"] = new JsonObject
        {
            ["status"] = 200,
            ["statusText"] = "",
            ["httpVersion"] = "HTTP/2.0",
            ["cookies"] = new JsonArray(),
            ["headers"] = Headers(Answered(kind.Type, name)),
            ["content"] = new JsonObject { ["size"] = 48_213, ["mimeType"] = kind.Type },
            ["headersSize"] = -1,
            ["bodySize"] = 12_345,
            ["redirectURL"] = "",
        };
        return copy;
    }

    private static IEnumerable<(string, string)> Asked(string destination) =>
    [
        (":authority", "static.portal.localhost"), (":method", "GET"), (":scheme", "https"), ("accept", "*/*"), ("accept-encoding", "gzip, deflate, br, zstd"), ("accept-language", "en-US,en;q=0.9"),
        ("priority", "u=1"), ("referer", "https://portal.localhost/"), ("sec-ch-ua", "\"Not:A-Brand\";v=\"8\", \"Chromium\";v=\"156\""), ("sec-ch-ua-mobile", "?0"), ("sec-ch-ua-platform", "\"Linux\""),
        ("sec-fetch-dest", destination), ("sec-fetch-mode", "no-cors"), ("sec-fetch-site", "same-site"), ("user-agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"),
    ];

    private static IEnumerable<(string, string)> Answered(string type, string name) =>
    [
        ("accept-ranges", "bytes"), ("access-control-allow-origin", "*"), ("age", (name.Length * 1201).ToString(CultureInfo.InvariantCulture)), ("cache-control", "public, max-age=31536000, immutable"),
        ("content-encoding", "br"), ("content-type", type), ("date", "Sun, 29 Nov 2026 17:21:00 GMT"), ("etag", $"\"{Id(name + "etag")}\""), ("last-modified", "Tue, 03 Nov 2026 08:00:00 GMT"),
        ("server", "AmazonS3"), ("vary", "Accept-Encoding"), ("via", "1.1 edge.example (CloudFront)"), ("x-amz-cf-id", Id(name + "cf")), ("x-amz-request-id", Id(name + "request")), ("x-cache", "Hit from cloudfront"),
    ];

    private static JsonArray Headers(IEnumerable<(string Name, string Value)> headers) =>
        new([.. headers.Select(header => new JsonObject { ["name"] = header.Name, ["value"] = header.Value })]);

    // Long enough to be made fresh each time the journey is repeated.
    private static string Id(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..40];
}
