using System.Globalization;

namespace Prober.Browser.Recording.Logs;

/// <summary>The time of a run, on the clock of whoever wrote the log.</summary>
internal sealed record LogWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>ISO 8601 in UTC, as commands and addresses get it.</summary>
    public string FromText => Text(From);

    public string ToText => Text(To);

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
