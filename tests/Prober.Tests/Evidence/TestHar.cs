using Prober.Evidence.Har;

namespace Prober.Tests.Evidence;

/// <summary>Builds HAR entries one second apart.</summary>
internal static class TestHar
{
    public static readonly DateTimeOffset Start = new(2026, 3, 12, 10, 15, 2, TimeSpan.Zero);

    public static HarLog Log(params IEnumerable<HarEntry> entries) =>
        new() { Creator = "Playwright", CreatorVersion = "1.64.1", Entries = [.. entries.Select((entry, index) => entry with { Index = index, StartedAt = Start.AddSeconds(index) })] };

    public static HarEntry Entry(
        string url, int status = 200, string? body = null, string type = "text/html", string? location = null, string? form = null,
        string? postType = null, IEnumerable<HarHeader>? request = null, IEnumerable<HarHeader>? response = null) => new()
        {
            Index = 0,
            StartedAt = Start,
            TimeMs = 100,
            Request = new()
            {
                Method = form is null ? "GET" : "POST",
                Url = url,
                Headers = new(request ?? []),
                PostData = form is null ? null : new(postType ?? "application/x-www-form-urlencoded", form),
            },
            Response = new()
            {
                Status = status,
                Headers = new([.. response ?? [], .. location is null ? Array.Empty<HarHeader>() : [new HarHeader("location", location)]]),
                MimeType = body is null ? null : type,
                Body = body,
                BodySize = body?.Length ?? -1,
            },
        };
}
