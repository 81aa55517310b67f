using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>An issuer identifier: an address without query and fragment (OpenID Connect Discovery 1.0, section 3).</summary>
internal sealed class IssuerShape : Shape<string>
{
    public override string Expected => Common.Address.Expected;

    public override string Read(StrictNode node, ReadContext context)
    {
        var text = Common.Address.Read(node, context);
        return text.AsSpan().IndexOfAny('?', '#') < 0
            ? text
            : throw node.Error("expected an issuer identifier without ? and #, as the discovery document has it.");
    }

    public override JsonObject Schema(SchemaDefinitions definitions) => Common.Address.Schema(definitions);
}
