using System.Globalization;

namespace Prober.Reporting.Wording;

/// <summary>Times and durations as people read them, in one way everywhere.</summary>
internal static class Moment
{
    public static string Duration(TimeSpan duration) => Duration(duration.TotalMilliseconds);

    public static string Duration(double milliseconds) => milliseconds switch
    {
        < 0 or double.NaN => "0 ms",
        < 999.5 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms"),
        < 59_950 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s"),
        _ => Minutes(milliseconds),
    };

    /// <summary>Time since the run's start, for instance "+2.41 s".</summary>
    public static string Offset(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"+{milliseconds / 1000:0.00} s");

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Minutes(double milliseconds)
    {
        var seconds = (long)Math.Round(Math.Min(milliseconds, 1e12) / 1000);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60} min {seconds % 60:00} s");
    }
}
