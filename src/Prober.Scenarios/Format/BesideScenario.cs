using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>Paths in a scenario start at its file, wherever the prober was started.</summary>
internal static class BesideScenario
{
    public static string? Path(string? path, ObjectValues values) => path is null ? null
        : System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(values.Node.Position.File)) ?? "", path);
}
