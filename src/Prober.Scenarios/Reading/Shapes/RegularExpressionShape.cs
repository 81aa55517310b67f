using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A regular expression (.NET's), compiled once to see that it is one.</summary>
public sealed class RegularExpressionShape : Shape<string>
{
    private static readonly TextShape Text = new("a regular expression");

    public override string Expected => Text.Expected;

    public override string Read(StrictNode node, ReadContext context)
    {
        var pattern = Text.Read(node, context);
        try
        {
            _ = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
            return pattern;
        }
        catch (RegexParseException mistake)
        {
            // The library's message quotes the pattern, which may hold a variable's value: only its kind and place are told.
            throw node.Error($"expected a regular expression, found {node.Describe()}: {Words(mistake.Error)} at character {mistake.Offset}.");
        }
    }

    // InsufficientClosingParentheses, as a person says it.
    private static string Words(RegexParseError error) =>
        string.Concat(error.ToString().Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}")).Trim();

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["minLength"] = 1 };
}
