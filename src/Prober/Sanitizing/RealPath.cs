namespace Prober.Sanitizing;

/// <summary>Where a path leads when every link on the way is followed, so that two names of one file are seen to be one.</summary>
internal static class RealPath
{
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        var real = Path.Combine(Of(parent), Path.GetFileName(full));
        try
        {
            return new FileInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? Of(target.FullName) : real;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return real;
        }
    }
}
