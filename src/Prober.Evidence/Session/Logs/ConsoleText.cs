using System.Text.RegularExpressions;

namespace Prober.Evidence.Session.Logs;

/// <summary>Reads the text that a person copied or saved from a browser's console: one message a line, mostly behind <c>file:line</c>.</summary>
public static partial class ConsoleText
{
    private const int MaxText = 1_000;

    /// <summary>The messages in order. Such a text has no times, so all are taken as of the moment the recording began.</summary>
    public static IReadOnlyList<ConsoleEntry> Parse(string text, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = new List<ConsoleEntry>();
        foreach (var line in text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0))
        {
            // A stack's frames belong to the message above them.
            if (entries.Count > 0 && Frame().IsMatch(line))
            {
                entries[^1] = entries[^1] with { Text = Cut($"{entries[^1].Text}\n{line.Trim()}") };
                continue;
            }

            entries.Add(Read(line.Trim(), at));
        }

        return entries;
    }

    private static ConsoleEntry Read(string line, DateTimeOffset at)
    {
        var place = Place().Match(line);
        var message = place.Success ? line[place.Length..].TrimStart() : line;
        return new ConsoleEntry { Kind = KindOf(message), At = at, Text = Cut(message), Source = place.Success ? place.Groups["place"].Value : null };
    }

    private static ConsoleKind KindOf(string message) =>
        message.StartsWith("Uncaught", StringComparison.Ordinal) ? ConsoleKind.PageError
        : Error().IsMatch(message) ? ConsoleKind.Error
        : Warning().IsMatch(message) ? ConsoleKind.Warning : ConsoleKind.Log;

    private static string Cut(string text) => text.Length > MaxText ? text[..MaxText] : text;

    [GeneratedRegex(@"^\s+at\s|^\s*\w+\s+@\s")]
    private static partial Regex Frame();

    /// <summary>Chromium's <c>login.js:12</c> or <c>login.js:12:5</c>, before the message.</summary>
    [GeneratedRegex(@"^(?<place>[^\s:]+(?::\d+)?:\d+)\s+")]
    private static partial Regex Place();

    [GeneratedRegex(@"Failed to (load|fetch)|Refused to|blocked by|has been blocked|net::ERR_|\b\w*Error:|^\[?error", RegexOptions.IgnoreCase)]
    private static partial Regex Error();

    [GeneratedRegex(@"^\[?warn|\bdeprecated\b|will be (blocked|rejected)|\[Violation\]", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
