namespace Prober.Runs;

/// <summary>A folder only this user can read that goes when the command ends.</summary>
internal sealed class PassingFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("prober-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
