using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>Paths in a scenario start at the file itself, wherever the prober is started.</summary>
internal static class ScenarioPath
{
    public static string Of(ObjectValues values, string path) => Of(values.Node, path);

    public static string Of(StrictNode node, string path) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(node.Position.File)) ?? "", path);
}
