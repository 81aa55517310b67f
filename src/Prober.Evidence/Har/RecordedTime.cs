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
        if (!escaped && Milliseconds(raw) is { } usual) return usual;
        if (escaped || raw.Length > LongestInstant) return Instant(json.Decode(raw, escaped));
        Span<char> text = stackalloc char[LongestInstant];
        return Instant(text[..Encoding.Latin1.GetChars(raw, text)]);
    }

    // The one spelling that nearly all recorders use; a file has one with each entry, and the calendar's own reader takes ten times as long.
    private static DateTimeOffset? Milliseconds(ReadOnlySpan<byte> raw)
    {
        if (raw.Length != 24 || raw[4] != '-' || raw[7] != '-' || raw[10] != 'T' || raw[13] != ':' || raw[16] != ':' || raw[19] != '.' || raw[23] != 'Z') return null;
        var (year, month, day) = (Digits(raw, 0, 4), Digits(raw, 5, 2), Digits(raw, 8, 2));
        var (hour, minute, second, millisecond) = (Digits(raw, 11, 2), Digits(raw, 14, 2), Digits(raw, 17, 2), Digits(raw, 20, 3));
        return (year | month | day | hour | minute | second | millisecond) >= 0 && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60 && second < 60
            ? new DateTimeOffset(year, month, day, hour, minute, second, millisecond, TimeSpan.Zero) : null;
    }

    /// <summary>The number that these digits write; -1 where they are none.</summary>
    private static int Digits(ReadOnlySpan<byte> raw, int at, int count)
    {
        var number = 0;
        foreach (var letter in raw.Slice(at, count))
        {
            if (!char.IsAsciiDigit((char)letter)) return -1;
            number = (number * 10) + letter - '0';
        }

        return number;
    }

    private static DateTimeOffset? Instant(ReadOnlySpan<char> text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>In milliseconds; 0 for none, for no number and for more than a year. Below 0 stays: exporters write -1 for unknown.</summary>
    public static double Duration(double? milliseconds) => milliseconds is >= -LongestMs and <= LongestMs ? milliseconds.Value : 0;
}
