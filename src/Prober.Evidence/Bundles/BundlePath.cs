namespace Prober.Evidence.Bundles;

/// <summary>Keeps paths that a bundle names inside the bundle.</summary>
internal static class BundlePath
{
    /// <summary>The full path, or null when it would lie outside the folder.</summary>
    public static string? Inside(string folder, string path)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal) && full.Length > root.Length ? full : null;
    }
}
