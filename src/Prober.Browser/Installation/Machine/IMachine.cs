namespace Prober.Browser.Installation.Machine;

/// <summary>
/// What finding and installing a browser asks of the computer it runs on. Behind it stands a seam for tests: no decision
/// here depends on which browsers the test machine happens to have.
/// </summary>
public interface IMachine
{
    MachineSystem System { get; }

    bool IsRoot { get; }

    string HomeFolder { get; }

    /// <summary>An environment variable; null when unset or empty.</summary>
    string? Variable(string name);

    bool FileExists(string path);

    /// <summary>Full paths of the folders in a folder; empty when there is none or it may not be read.</summary>
    IReadOnlyList<string> Folders(string path);

    /// <summary>A small text file; null when it is not there or may not be read.</summary>
    string? ReadText(string path);

    /// <summary>Version that the file carries in itself (Windows); null elsewhere.</summary>
    string? FileVersion(string path);

    /// <summary>Free and total bytes of the volume that holds a folder, whether the folder exists yet or not; null when unknown.</summary>
    (long Free, long Total)? Volume(string folder);

    /// <summary>Runs a program to its end or its time limit; never throws for what the program does.</summary>
    Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken cancellationToken);
}

/// <summary>Families of operating systems that browsers are built for.</summary>
public enum MachineSystem
{
    Linux,
    MacOS,
    Windows,
}
