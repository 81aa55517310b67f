using Prober.Checklist;

namespace Prober.Tests.Evidence.Har.Exports;

/// <summary>One exporter's file of the common login, and in what its format cannot help but differ from the others.</summary>
/// <param name="File">Relative to the folder of the fixtures.</param>
/// <param name="Creator">As the file names the tool.</param>
public sealed record ExportCase(string File, string Creator)
{
    public int Entries { get; init; } = 8;

    public bool HasCookies { get; init; } = true;

    public bool HasBodies { get; init; } = true;

    /// <summary>False when the file has no times and those of the answers' Date headers, whole seconds, stand in.</summary>
    public bool HasTimes { get; init; } = true;

    public string[] Flags { get; init; } = [];

    public Verdict Verdict { get; init; } = Verdict.Pass;

    public override string ToString() => File;
}
