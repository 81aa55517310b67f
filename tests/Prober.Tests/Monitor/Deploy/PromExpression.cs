using System.Text.RegularExpressions;

namespace Prober.Tests.Monitor.Deploy;

/// <summary>The names of metrics and labels in a PromQL expression. What is legal is promtool's to say.</summary>
internal static partial class PromExpression
{
    private static readonly string[] Operators = ["and", "or", "unless", "offset", "bool", "atan2"];

    public static IEnumerable<string> Metrics(string expression) =>
        Name().Matches(Ranges().Replace(Groupings().Replace(Selectors().Replace(Strings().Replace(expression, ""), ""), ""), "")).Select(match => match.Value).Except(Operators);

    public static IEnumerable<string> Labels(string expression)
    {
        var bare = Strings().Replace(expression, "\"\"");
        return Matchers().Matches(string.Concat(Selectors().Matches(bare).Select(match => match.Value))).Select(match => match.Groups[1].Value)
            .Concat(Groupings().Matches(bare).SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
    }

    [GeneratedRegex("""("[^"]*"|'[^']*')""")]
    private static partial Regex Strings();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Selectors();

    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\b(?:by|without|on|ignoring|group_left|group_right)\s*\(([^)]*)\)")]
    private static partial Regex Groupings();

    [GeneratedRegex(@"(\w+)\s*(?:=~|!~|!=|=)")]
    private static partial Regex Matchers();

    // A name that an opening parenthesis follows is a function's.
    [GeneratedRegex(@"(?<![\w:$.])[a-zA-Z_:][\w:]*(?![\w:])(?!\s*\()")]
    private static partial Regex Name();
}
