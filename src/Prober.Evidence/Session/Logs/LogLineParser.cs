using System.Globalization;
using System.Text.RegularExpressions;

namespace Prober.Evidence.Session.Logs;

/// <summary>
/// Reads log lines of the usual shapes: a time, a level, a message (log4j, Serilog, Python, nginx; syslog by RFC 3164; Apache httpd), one JSON
/// object a line (Serilog, pino, logstash), and the console format of .NET, which has a level but no time. A line that begins none of these belongs to the one before it.
/// </summary>
public static partial class LogLineParser
{
    private const int MaxText = 4_000;

    /// <summary>The lines between two moments; lines without a time of their own are taken as of the moment the run began.</summary>
    public static IReadOnlyList<LogLine> Parse(string text, DateTimeOffset from, DateTimeOffset to)
    {
        List<LogLine> lines = [];
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (line.Length == 0) continue;
            if (Read(line, from, to) is { } head)
                lines.Add(head);
            else if (lines.Count > 0)
                lines[^1] = lines[^1] with { Text = Cut($"{lines[^1].Text}\n{line}") };
            else
                lines.Add(new LogLine(from, LogSeverity.Unknown, Cut(line)));
        }

        // Clocks and buffers differ by seconds, so the window is kept wide; the checks narrow it.
        return [.. lines.Where(line => line.At >= from.AddSeconds(-5) && line.At <= to.AddSeconds(60))];
    }

    private static LogLine? Read(string line, DateTimeOffset from, DateTimeOffset to)
    {
        if (line[0] == '{' && JsonLogLine.Read(line, from) is { } json) return json with { Text = Cut(json.Text) };
        if (Timed().Match(line) is not { Success: true } timed) timed = Worded().Match(line);
        if (timed.Success && TimeOf(timed, from, to) is { } at)
        {
            var rest = timed.Groups["rest"].Value;
            var level = Level().Match(rest);
            return new LogLine(at, level.Success ? LogLevels.Read(level.Value) : LogSeverity.Unknown, Cut(rest.Trim()));
        }

        if (DotNetConsole().Match(line) is not { Success: true } console) return null;
        return new LogLine(from, LogLevels.Read(console.Groups["level"].Value), Cut(line));
    }

    /// <summary>A time without an offset is the machine's own, or UTC where only that falls into the run.</summary>
    private static DateTimeOffset? TimeOf(Match timed, DateTimeOffset from, DateTimeOffset to)
    {
        var plain = timed.Groups["month"] is { Success: true } month
            ? $"{timed.Groups["day"]} {month} {YearOf(timed, month.Value, from, to)} {timed.Groups["clock"]}" : timed.Groups["time"].Value.Replace(',', '.');
        if (!DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var local)) return null;
        if (local >= from.AddMinutes(-5) && local <= to.AddMinutes(5)) return local;
        return DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var universal) ? universal : local;
    }

    /// <summary>Syslog names no year: that of the run, whose last second may lie in the next.</summary>
    private static string YearOf(Match timed, string month, DateTimeOffset from, DateTimeOffset to) => timed.Groups["year"] is { Success: true } year
        ? year.Value : (month == "Jan" ? to : from).ToLocalTime().Year.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;

    [GeneratedRegex(@"^\[?(?<time>\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,7})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)\]?(?<rest>.*)$")]
    private static partial Regex Timed();

    [GeneratedRegex(@"^\[?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(?<day>\d{1,2}) (?<clock>\d\d:\d\d:\d\d(?:\.\d{1,7})?)(?: (?<year>\d{4}))?\]?(?<rest> .*)$")]
    private static partial Regex Worded();

    /// <summary>The level stands among the first words, alone or in brackets.</summary>
    [GeneratedRegex(
        @"(?<![\w-])(?:trace|trc|vrb|verbose|debug|dbg|info|inf|information|notice|warn|wrn|warning|"
        + @"error|err|fail|severe|fatal|ftl|crit|critical|emerg|alert)(?![\w-])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Level();

    [GeneratedRegex(@"^(?<level>trce|dbug|info|warn|fail|crit): ")]
    private static partial Regex DotNetConsole();
}
