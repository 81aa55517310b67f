using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>A text, which may hold variables. A number or truth value without quotes is none: it would not survive a round trip.</summary>
public class TextShape(string expected = "a text") : Shape<string>
{
    /// <value>Pattern of a legal value before variables are put in, for the schema; null when any text will do.</value>
    protected virtual string? Pattern => null;

    public override string Expected => expected;

    public override string Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar scalar || scalar.IsMissing) throw node.Unexpected(Expected);
        if (!scalar.IsText) throw node.Error($"expected {Expected}, found {node.Describe()}; write it in quotes.");
        var value = context.Resolve(scalar);
        if (value.Length == 0) throw node.Error($"expected {Expected}, found an empty text.");
        return Pattern is null || Regex.IsMatch(value, Pattern) ? value : throw node.Unexpected(Expected);
    }

    public override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Pattern is null) schema["minLength"] = 1;
        else schema["pattern"] = $"({Pattern})|{Interpolation.SchemaPattern}";
        return schema;
    }
}

/// <summary>A text of a given form.</summary>
public sealed class PatternedTextShape(string expected, string pattern) : TextShape(expected)
{
    protected override string Pattern => pattern;
}
