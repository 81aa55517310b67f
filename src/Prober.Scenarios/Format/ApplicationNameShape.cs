using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>The name of an application that the same file must define; looked up when all is read.</summary>
internal sealed class ApplicationNameShape : Shape<string>
{
    public const string NamePattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$";

    public const string NameExpected = "a name of letters, digits, dots, hyphens and underscores";

    public static ApplicationNameShape Instance { get; } = new();

    public override string Expected => "an application's name";

    public override string Read(StrictNode node, ReadContext context)
    {
        if (node is not StrictScalar { IsText: true } scalar) throw node.Unexpected(Expected);
        context.Refer(scalar, scalar.Text);
        return scalar.Text;
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "string", ["pattern"] = NamePattern };
}
