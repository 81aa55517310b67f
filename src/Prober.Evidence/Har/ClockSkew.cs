using System.Globalization;

namespace Prober.Evidence.Har;

/// <summary>Compares each host's Date header with the browser's clock at the middle of the exchange; the median of all is its skew.</summary>
public static class ClockSkew
{
    /// <summary>By authority: seconds by which a host's clock is ahead of the browser's.</summary>
    public static IReadOnlyDictionary<string, double> Of(HarLog traffic) => traffic.Entries
        .Where(entry => entry.Request.Uri is not null && entry.Response.Status > 0 && !IsCached(entry))
        .Select(entry => (Host: entry.Request.Uri!.Authority, Seconds: Seconds(entry)))
        .Where(sample => sample.Seconds is not null)
        .GroupBy(sample => sample.Host, sample => sample.Seconds!.Value, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => Median([.. group.Order()]), StringComparer.OrdinalIgnoreCase);

    // Date has whole seconds, cut off: half a second is its expected error.
    private static double? Seconds(HarEntry entry) =>
        DateTimeOffset.TryParseExact(entry.Response.Headers["date"], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var date)
            ? (date.AddSeconds(0.5) - entry.StartedAt.AddMilliseconds(Math.Max(0, entry.TimeMs) / 2)).TotalSeconds
            : null;

    private static bool IsCached(HarEntry entry) => entry.Response.Headers["age"] is { } age && age != "0";

    private static double Median(IReadOnlyList<double> sorted) =>
        sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
}
