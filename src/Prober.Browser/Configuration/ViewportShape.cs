using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary><c>{ "width": 1280, "height": 720 }</c>, or <c>null</c>, which is the one place where nothing is a value.</summary>
internal sealed class ViewportShape : Shape<ViewportSize?>
{
    private static readonly SizeShape Size = new();

    public override string Expected => $"{Size.Expected}, or null";

    public override ViewportSize? Read(StrictNode node, ReadContext context) => node switch
    {
        StrictScalar { IsMissing: true, Text: not "" } => null,
        StrictMap => Size.Read(node, context),
        _ => throw node.Unexpected(Expected),
    };

    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["anyOf"] = new JsonArray(Size.Schema(definitions), new JsonObject { ["type"] = "null" }) };

    private sealed class SizeShape : ObjectShape<ViewportSize>
    {
        private readonly Key<int> _width, _height;

        public SizeShape() : base("the keys width and height")
        {
            _width = Required("width", new WholeNumberShape(1, 10_000), "Width in CSS pixels.");
            _height = Required("height", new WholeNumberShape(1, 10_000), "Height in CSS pixels.");
        }

        protected override ViewportSize Build(ObjectValues values, ReadContext context) => new(values.Get(_width), values.Get(_height));
    }
}
