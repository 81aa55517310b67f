using System.Diagnostics;

namespace Prober.Browser.Installation.Machine;

/// <summary>The computer this runs on.</summary>
public sealed class LocalMachine(TimeProvider clock) : IMachine
{
    public MachineSystem System { get; } = OperatingSystem.IsWindows() ? MachineSystem.Windows
        : OperatingSystem.IsMacOS() ? MachineSystem.MacOS : MachineSystem.Linux;

    public bool IsRoot => System != MachineSystem.Windows && Environment.IsPrivilegedProcess;

    public string HomeFolder => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    public string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    public bool FileExists(string path) => File.Exists(path);

    public IReadOnlyList<string> Folders(string path) => Try(() => Directory.Exists(path) ? Directory.GetDirectories(path) : []) ?? [];

    public string? ReadText(string path) => Try(() => File.Exists(path) ? File.ReadAllText(path) : null);

    public string? FileVersion(string path) => System == MachineSystem.Windows
        ? Try(() => FileVersionInfo.GetVersionInfo(path).ProductVersion)
        : null;

    public (long Free, long Total)? Volume(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent) existing = parent;
        return Try<(long, long)?>(() => new DriveInfo(existing) is { IsReady: true } drive ? (drive.AvailableFreeSpace, drive.TotalSize) : null);
    }

    public Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken) =>
        new ProcessRunner(request, clock).RunAsync(cancellationToken);

    private static T? Try<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return default;
        }
    }
}
