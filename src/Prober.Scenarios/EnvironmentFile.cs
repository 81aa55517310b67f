using System.Text.RegularExpressions;
using Prober.Scenarios.Reading;

namespace Prober.Scenarios;

/// <summary>
/// Reads a file of <c>NAME=value</c> lines as Docker and shells know it: <c>#</c> comments, <c>export</c>, values in single quotes
/// (as they stand) or double quotes (with <c>\n</c>, <c>\t</c>, <c>\"</c>, <c>\\</c>). No message ever quotes a value.
/// </summary>
public static partial class EnvironmentFile
{
    /// <exception cref="InputFileException">The file is not there, or a line is not legal.</exception>
    public static IReadOnlyDictionary<string, string> Load(string path) => Parse(StrictText.Read(path), path);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text, string file)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0 || line.StartsWith('#')) continue;
            var match = Assignment().Match(raw);
            var indent = raw.Length - raw.TrimStart().Length;
            if (!match.Success) throw Wrong(indent + 1, "expected NAME=value, with a name of letters, digits and underscores.");
            var name = match.Groups["name"];
            if (!values.TryAdd(name.Value, Value(match.Groups["value"])))
                throw Wrong(name.Index + 1, $"the variable {name.Value} stands here a second time.");
        }
        return values;

        string Value(Group value)
        {
            var match = Quoted().Match(value.Value);
            if (match.Success) return match.Groups["single"].Success ? match.Groups["single"].Value : Unescape(match.Groups["double"].Value);
            return value.Value is ['"' or '\'', ..]
                ? throw Wrong(value.Index + 1, "expected the value to end with the quote that begins it, and nothing but a comment after it.")
                : Comment().Replace(value.Value, "").Trim();
        }

        InputFileException Wrong(int column, string reason) => new(new FilePosition(file, number, column), reason);
    }

    private static string Unescape(string value) => Escape().Replace(value, match => match.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        var other => other.ToString(),
    });

    [GeneratedRegex(@"^\s*(export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*(?<value>.*?)\s*$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^('(?<single>[^']*)'|""(?<double>([^""\\]|\\.)*)"")\s*(#.*)?$")]
    private static partial Regex Quoted();

    // As in a shell, a # begins a comment only after a space: many passwords hold one.
    [GeneratedRegex(@"(^|\s+)#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\.")]
    private static partial Regex Escape();
}
