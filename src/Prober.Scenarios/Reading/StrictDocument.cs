using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace Prober.Scenarios.Reading;

/// <summary>
/// Reads one YAML 1.2 or JSON document into nodes that know their place. Refuses what a settings file has no use for:
/// more than one document, more than 1 MB, deep nesting, aliases that multiply, tags, keys that stand twice.
/// </summary>
public static partial class StrictDocument
{
    /// <value>In bytes.</value>
    public const int LargestFile = 1024 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Reads a file; a file that cannot be read is refused in the same way as one that is wrong.</summary>
    public static StrictNode Load(string path) => Parse(StrictText.Read(path), path);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages.</summary>
    public static StrictNode Parse(string text, string file)
    {
        var start = new FilePosition(file, 1, 1);
        if (Encoding.UTF8.GetByteCount(text) > LargestFile) throw StrictText.TooLarge(start);
        var parser = new Parser(new StringReader(text.TrimStart(ByteOrderMark)));
        try
        {
            return new NodeBuilder(parser, file).ReadDocument();
        }
        catch (YamlException mistake)
        {
            var position = new FilePosition(file, Math.Max(1, (int)mistake.Start.Line), Math.Max(1, (int)mistake.Start.Column));
            throw new InputFileException(position, Explain(mistake, text, file), mistake);
        }
        catch (InvalidOperationException mistake)
        {
            // YamlDotNet's scanner gives up so on a flow that lacks its end before a line that looks like a key; it names no place, the last thing read has one.
            var last = parser.Current?.End ?? Mark.Empty;
            throw new InputFileException(new(file, Math.Max(1, (int)last.Line), Math.Max(1, (int)last.Column)), "not valid YAML: what follows here cannot be read; a bracket or quote may not be closed.", mistake);
        }
    }

    private static string Explain(YamlException mistake, string text, string file)
    {
        var format = file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "JSON" : "YAML";
        var reason = $"not valid {format}: {Spaces().Replace(mistake.Message, " ").TrimEnd('.')}.";
        var lines = text.Split('\n').Take((int)mistake.Start.Line).ToList();
        if (format == "YAML" && lines.FindIndex(line => TabIndent().IsMatch(line)) is var tab and >= 0)
            return $"{reason} Line {tab + 1} is indented by a tab; YAML is indented by spaces.";
        return lines is [.., var last] && VariableInBraces().IsMatch(last)
            ? reason + " Inside { } and [ ] a variable needs quotes: \"${NAME}\"."
            : reason;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^ *\t")]
    private static partial Regex TabIndent();

    [GeneratedRegex(@"(^|[^$])[{\[].*\$\{")]
    private static partial Regex VariableInBraces();
}
