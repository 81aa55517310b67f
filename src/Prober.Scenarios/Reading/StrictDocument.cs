using System.Text;
using YamlDotNet.Core;

namespace Prober.Scenarios.Reading;

/// <summary>
/// Reads one YAML 1.2 or JSON document into nodes that know their place. Refuses what a settings file has no use for:
/// more than one document, more than 1 MB, deep nesting, aliases that multiply, tags, keys that stand twice.
/// </summary>
public static class StrictDocument
{
    /// <value>In bytes.</value>
    public const int LargestFile = 1024 * 1024;

    /// <summary>Reads a file; a file that cannot be read is refused in the same way as one that is wrong.</summary>
    public static StrictNode Load(string path) => Parse(StrictText.Read(path), path);

    /// <summary>Reads text already in memory; <paramref name="file"/> is its name in messages.</summary>
    public static StrictNode Parse(string text, string file)
    {
        var start = new FilePosition(file, 1, 1);
        if (Encoding.UTF8.GetByteCount(text) > LargestFile) throw StrictText.TooLarge(start);
        try
        {
            return new NodeBuilder(new Parser(new StringReader(text)), file).ReadDocument();
        }
        catch (YamlException mistake)
        {
            var position = new FilePosition(file, Math.Max(1, (int)mistake.Start.Line), Math.Max(1, (int)mistake.Start.Column));
            throw new InputFileException(position, Explain(mistake, text), mistake);
        }
    }

    private static string Explain(YamlException mistake, string text)
    {
        var reason = $"not valid YAML: {mistake.Message.TrimEnd('.')}.";
        var line = text.Split('\n').ElementAtOrDefault((int)mistake.Start.Line - 1) ?? "";
        return line.Contains("${", StringComparison.Ordinal)
            ? reason + " Inside { } and [ ] a variable needs quotes: \"${NAME}\"."
            : line.Contains('\t', StringComparison.Ordinal) ? reason + " A tab stands in this line; YAML is indented by spaces." : reason;
    }
}
