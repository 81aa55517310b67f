namespace Prober.Sanitizing;

/// <summary>Files that nobody but this user may read, for what has not been cleaned or audited yet.</summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">It is there already, or the disk is full.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }
}
