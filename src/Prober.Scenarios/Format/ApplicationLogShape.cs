using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>log: { file: /var/log/portal.log }</c>; a relative path starts at the scenario file.</summary>
internal sealed class ApplicationLogShape : ObjectShape<string>
{
    private readonly Key<string> _file;

    public ApplicationLogShape() : base("the key file") =>
        _file = Required("file", Common.Text, "Path of the log file; a relative one starts at the scenario file.");

    protected override string Build(ObjectValues values, ReadContext context)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(values.Node.Position.File)) ?? "";
        return Path.Combine(folder, values.Get(_file));
    }
}
