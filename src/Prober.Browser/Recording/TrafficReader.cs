using System.Globalization;
using Prober.Browser.Sessions;
using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Browser.Recording;

/// <summary>
/// Joins the HAR files of a run's windows into one log. A page of a window other than the main one carries the window's name
/// (<c>provider-session/…</c>, <c>private/…</c>), as it has a cookie jar of its own. A window whose HAR was lost gives what the event log kept. A document that the journey
/// waited for in vain is a time-out: the browser itself, which would have waited longer, only says that its page was closed.
/// </summary>
internal static class TrafficReader
{
    public static async Task<Captured<HarLog>> ReadAsync(IReadOnlyList<RecordedWindow> windows, bool keepScripts, CancellationToken cancellationToken)
    {
        var options = HarReadOptions.Default with { Bodies = keepScripts ? BodyRetention.All : BodyRetention.Evidence };
        HarLog? first = null;
        List<HarEntry> entries = [];
        foreach (var window in windows)
        {
            var log = await ReadAsync(window, options, cancellationToken);
            first ??= log;
            entries.AddRange(log.Entries.Select(entry => window.Name.Length == 0 ? entry : entry with { Page = $"{window.Name}/{entry.Page}" }));
        }

        if (first is null || entries.Count == 0) return Captured.Nothing<HarLog>("the browser asked for nothing");
        return Captured.Of(first with { Entries = [.. entries.OrderBy(entry => entry.StartedAt).Select((entry, index) => entry with { Index = index })] });
    }

    private static async Task<HarLog> ReadAsync(RecordedWindow window, HarReadOptions options, CancellationToken cancellationToken)
    {
        if (window.Har is not { } path) return FromEvents(window.Traffic);
        try
        {
            await using var file = File.OpenRead(path);
            var log = await HarReader.ReadAsync(file, options, cancellationToken);
            return log with { Entries = WithTimeOuts(log.Entries, window.Traffic) };
        }
        catch (Exception exception) when (exception is HarFormatException or IOException)
        {
            return FromEvents(window.Traffic);
        }
    }

    private static IReadOnlyList<HarEntry> WithTimeOuts(IReadOnlyList<HarEntry> entries, TrafficLog traffic)
    {
        HarEntry[]? marked = null;
        foreach (var exchange in traffic.Exchanges.Where(exchange => TimeOut(exchange) is not null))
        {
            var unanswered = entries.Where(entry => entry.Response.Status == 0 && entry.Request.Method == exchange.Method && entry.Request.Url == exchange.Url);
            if (unanswered.MinBy(entry => (entry.StartedAt - exchange.StartedAt).Duration()) is not { } entry) continue;
            marked ??= [.. entries];
            marked[entry.Index] = entry with { Response = entry.Response with { Failure = TimeOut(exchange) } };
        }

        return marked ?? entries;
    }

    /// <summary>Named as browsers name theirs; null for one that was answered after all, when nobody waited any more.</summary>
    private static string? TimeOut(Exchange exchange) =>
        exchange is { Status: 0, GivenUpAfter: { } waited } ? string.Create(CultureInfo.InvariantCulture, $"TIMED_OUT, no answer within {waited.TotalSeconds:0} s") : null;

    private static HarLog FromEvents(TrafficLog traffic) => new()
    {
        Creator = "Prober event log",
        CreatorVersion = ProductVersion.Value,
        Entries = [.. traffic.Exchanges.Select((exchange, index) => Read(exchange, index))],
    };

    private static HarEntry Read(Exchange exchange, int index) => new()
    {
        Index = index,
        StartedAt = exchange.StartedAt,
        TimeMs = exchange.EndedAt is { } end ? (end - exchange.StartedAt).TotalMilliseconds : -1,
        Request = new HarRequest { Method = exchange.Method, Url = exchange.Url, Headers = HarHeaders.None },
        Response = new HarResponse
        {
            Status = exchange.Status,
            Headers = HarHeaders.None,
            Failure = TimeOut(exchange) ?? exchange.Failure ?? (exchange.Status == 0 ? "no answer before the browser was lost" : null),
        },
        Page = exchange.Tab > 0 ? $"tab-{exchange.Tab}" : null,
        ResourceType = exchange.ResourceType,
    };
}
