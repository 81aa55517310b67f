using System.Diagnostics;
using System.Security.Cryptography;

namespace Prober.Browser.Sessions;

/// <summary>
/// A folder only this user can read, in memory where the system offers that, for what the browser writes raw: HAR files hold
/// passwords and tokens. Gone when disposed; what a killed process left behind goes when the next one starts.
/// </summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Prefix = "prober-";

    private PrivateFolder(string path) => Path = path;

    public string Path { get; }

    public static PrivateFolder Create()
    {
        var root = Root();
        RemoveOrphans(root);
        var path = System.IO.Path.Combine(root, $"{Prefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new PrivateFolder(path);
    }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        foreach (var entry in Directory.EnumerateFiles(Path)) System.IO.File.Delete(entry);
        foreach (var entry in Directory.EnumerateDirectories(Path)) Remove(entry);
    }

    public void Dispose() => Remove(Path);

    private static string Root()
    {
        var runtime = Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
        string?[] candidates = ["/dev/shm", runtime];
        return candidates.FirstOrDefault(IsWritable) ?? System.IO.Path.GetTempPath();
    }

    private static bool IsWritable(string? folder)
    {
        if (OperatingSystem.IsWindows() || string.IsNullOrEmpty(folder) || !Directory.Exists(folder)) return false;
        try
        {
            var probe = System.IO.Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");
            Directory.CreateDirectory(probe).Delete();
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void RemoveOrphans(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            var parts = System.IO.Path.GetFileName(folder).Split('-');
            if (parts.Length == 3 && int.TryParse(parts[1], out var owner) && !IsRunning(owner)) Remove(folder);
        }
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Deletes a folder with all in it, if it is there and ours.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or gone already: nothing of ours is left to protect.
        }
    }
}
