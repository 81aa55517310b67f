using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>log: { file: tenant-log.json }</c>: what a person exported out of the provider.</summary>
internal sealed class ExportedFileShape : ObjectShape<string>
{
    private readonly Key<string> _file;

    public ExportedFileShape() : base("the key file") =>
        _file = Required("file", Common.Text, "Path of the exported file, JSON or NDJSON; a relative one starts at the scenario file.");

    protected override string DefinitionName => "export";

    protected override string Build(ObjectValues values, ReadContext context) => ScenarioPath.Of(values, values.Get(_file));
}
