using System.Globalization;
using System.Text;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// Which times a recording can bear. What lies outside is a mistake or malice, and any sum with it leaves the calendar; it counts as not recorded.
/// </summary>
internal static class RecordedTime
{
    private const double LongestMs = 366.0 * 24 * 60 * 60 * 1000;

    private const int LongestInstant = 40;

    private static readonly DateTimeOffset End = new(3000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static bool IsPossible(DateTimeOffset instant) => instant >= DateTimeOffset.UnixEpoch && instant < End;

    /// <summary>The next value as a point in time; null when it is none.</summary>
    public static DateTimeOffset? Instant(JsonStreamReader json)
    {
        if (!json.TryString(out var raw, out var escaped)) return Instant(json.Text());
        if (escaped || raw.Length > LongestInstant) return Instant(json.Decode(raw, escaped));
        Span<char> text = stackalloc char[LongestInstant];
        return Instant(text[..Encoding.Latin1.GetChars(raw, text)]);
    }

    private static DateTimeOffset? Instant(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>In milliseconds; 0 for none, for no number and for more than a year. Below 0 stays: exporters write -1 for unknown.</summary>
    public static double Duration(double? milliseconds) => milliseconds is >= -LongestMs and <= LongestMs ? milliseconds.Value : 0;
}
