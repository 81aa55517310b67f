using System.Text.Json.Nodes;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary><c>"reporter": "html"</c>, or <c>"reporter": [["list"], ["json", { "outputFile": "report.json" }]]</c>.</summary>
internal static class ReporterShapes
{
    private static readonly ChoiceShape<string> Name =
        Common.OneOf("list", "line", "dot", "console", "html", "json", "junit", "markdown", "null");

    public static Shape<IReadOnlyList<ReporterSettings>> Instance { get; } = new KindShape<IReadOnlyList<ReporterSettings>>(
        scalar: Name.As<IReadOnlyList<ReporterSettings>>(name => [new ReporterSettings(name, null)]),
        list: new ListShape<ReporterSettings>(
            new KindShape<ReporterSettings>(scalar: Name.As(name => new ReporterSettings(name, null)), list: new PairShape()), "reporters"));

    private sealed class OptionsShape : ObjectShape<string?>
    {
        private readonly Key<string> _outputFile;

        public OptionsShape() : base("the key outputFile") => _outputFile = Optional("outputFile", Common.Text, "File of this report.");

        protected override string? Build(ObjectValues values, ReadContext context) =>
            values.Has(_outputFile) ? FilePaths.Resolve(values.Node, values.Get(_outputFile)) : null;
    }

    private sealed class PairShape : Shape<ReporterSettings>
    {
        private static readonly OptionsShape Options = new();

        public override string Expected => "a pair such as [\"json\", { \"outputFile\": \"report.json\" }]";

        public override ReporterSettings Read(StrictNode node, ReadContext context) => node is StrictList { Items: { Count: 1 or 2 } items }
            ? new ReporterSettings(Name.Read(items[0], context), items.Count == 2 ? Options.Read(items[1], context) : null)
            : throw node.Unexpected(Expected);

        public override JsonObject Schema(SchemaDefinitions definitions) => new()
        {
            ["type"] = "array",
            ["items"] = new JsonArray(Name.Schema(definitions), Options.Schema(definitions)),
            ["minItems"] = 1,
            ["maxItems"] = 2,
        };
    }
}
