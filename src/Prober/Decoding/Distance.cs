using System.Globalization;

namespace Prober.Decoding;

/// <summary>How far a moment is from now, as a person says it.</summary>
internal static class Distance
{
    public static string Words(DateTimeOffset time, DateTimeOffset now)
    {
        var distance = (time - now).Duration();
        var words = distance switch
        {
            { TotalDays: >= 2 } => $"{distance.TotalDays.ToString("F0", CultureInfo.InvariantCulture)} days",
            { TotalHours: >= 2 } => $"{distance.TotalHours.ToString("F0", CultureInfo.InvariantCulture)} hours",
            { TotalMinutes: >= 2 } => $"{distance.TotalMinutes.ToString("F0", CultureInfo.InvariantCulture)} minutes",
            _ => $"{distance.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} seconds",
        };
        return time <= now ? $"{words} ago" : $"in {words}";
    }
}
