using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Prober.Browser.Replay;

/// <summary>
/// Gives the pages of a replay the time of the recording, or a script would call yesterday's tokens expired. Each document is told the time of its own
/// recorded answer by Server-Timing; where a page cannot read that (no secure origin), the time of the recording's start is its ground.
/// </summary>
internal static class PageClock
{
    private const string Name = "prober-replay";

    private static readonly string Source = Read();

    /// <summary>The script that every page runs first.</summary>
    /// <param name="passed">Time from the recording's start to the replay's.</param>
    public static string Script(TimeSpan passed) => $"({Source})({(-passed.TotalMilliseconds).ToString("0", CultureInfo.InvariantCulture)}, '{Name}');";

    /// <summary>Tells a document what time it is.</summary>
    public static void Tell(IHeaderDictionary headers, DateTimeOffset recordedAt) =>
        headers.Append("Server-Timing", $"{Name};dur={recordedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}");

    private static string Read()
    {
        using var stream = typeof(PageClock).Assembly.GetManifestResourceStream("Prober.Browser.Replay.recorded-time.js") ?? throw new InvalidOperationException("recorded-time.js is not embedded");
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n').SkipWhile(line => line.StartsWith("//", StringComparison.Ordinal))).Trim();
    }
}
