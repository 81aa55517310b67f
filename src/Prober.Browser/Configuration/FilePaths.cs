using Prober.Scenarios.Reading;

namespace Prober.Browser.Configuration;

/// <summary>Paths in the file start at the file, as in Playwright Test.</summary>
internal static class FilePaths
{
    public static string Resolve(StrictNode node, string path) =>
        Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(node.Position.File))!);
}
