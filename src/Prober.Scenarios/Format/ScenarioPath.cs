using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>Paths in a scenario start at the file itself, wherever the prober is started.</summary>
internal static class ScenarioPath
{
    public static string Of(ObjectValues values, string path) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(values.Node.Position.File)) ?? "", path);
}
