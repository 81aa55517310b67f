using System.Globalization;

namespace Prober.Evidence.Har;

/// <summary>The forgiving date of a cookie's Expires attribute (RFC 6265 section 5.1.1): tokens in any order and with any separators.</summary>
internal static class CookieDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateTimeOffset? Parse(string text)
    {
        // Recorders that fill in from the cookies field write ISO 8601.
        if (text.Contains('T') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso)) return iso.ToUniversalTime();
        TimeOnly? time = null;
        int? day = null, month = null, year = null;
        foreach (var token in text.Split([' ', '\t', ',', '-', '/', ';', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (time is null && TryTime(token, out var clock)) time = clock;
            else if (day is null && TryNumber(token, 1, 2, out var number)) day = number;
            else if (month is null && MonthOf(token) is { } found) month = found;
            else if (year is null && TryNumber(token, 2, 4, out number)) year = number;
        }

        if (year is >= 70 and <= 99) year += 1900;
        else if (year is >= 0 and <= 69) year += 2000;
        if (time is not { } at || day is not { } d || month is not { } m || year is not { } y || y < 1601) return null;
        return d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateTimeOffset(new DateOnly(y, m, d), at, TimeSpan.Zero) : null;
    }

    private static bool TryTime(string token, out TimeOnly time)
    {
        time = default;
        return token.Contains(':') && TimeOnly.TryParseExact(token, ["H:m:s"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }

    private static bool TryNumber(string token, int shortest, int longest, out int number) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out number) && token.Length >= shortest && token.Length <= longest;

    private static int? MonthOf(string token)
    {
        var index = token.Length < 3 ? -1 : Array.IndexOf(Months, token[..3].ToLowerInvariant());
        return index < 0 ? null : index + 1;
    }
}
