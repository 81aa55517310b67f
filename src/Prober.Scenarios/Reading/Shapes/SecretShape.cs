using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Prober.Scenarios.Reading.Shapes;

/// <summary>
/// A secret: never quoted in a message. One that is empty or very short is refused, because every artefact is searched for
/// it afterwards and a short one would be found everywhere.
/// </summary>
public sealed class SecretShape(string name, int leastLength, string? pattern = null) : Shape<Secret>
{
    /// <value>In characters.</value>
    public const int ShortestSearchable = 4;

    public override string Expected => name;

    public override Secret Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar scalar || scalar.IsMissing) throw node.UnexpectedSecret(Expected);
        if (!scalar.IsText) throw node.Error($"expected {Expected}, found {node.DescribeKind()}; write it in quotes.");
        var value = context.Resolve(scalar);
        if (value.Length == 0) throw node.Error($"expected {Expected}, found an empty value.");
        if (value.Length < leastLength) throw node.Error($"expected {Expected} of at least {leastLength} characters, found a shorter one.");
        if (pattern is not null && !Regex.IsMatch(value, pattern)) throw node.Error($"expected {Expected}, found other characters.");
        return new Secret(value);
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["minLength"] = leastLength };
}
