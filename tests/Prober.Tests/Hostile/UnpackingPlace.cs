namespace Prober.Tests.Hostile;

/// <summary>An archive and an empty folder for what comes out of it, with a look at what came to lie beside that folder.</summary>
internal sealed class UnpackingPlace : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("prober-hostile-");

    public UnpackingPlace(byte[] archive)
    {
        File.WriteAllBytes(Archive, archive);
        Directory.CreateDirectory(Into);
    }

    public string Archive => Path.Combine(_root.FullName, "sent.zip");

    public string Into => Path.Combine(_root.FullName, "into");

    /// <summary>What lies beside the folder and is not the archive.</summary>
    public IEnumerable<string> Strays => Directory.GetFileSystemEntries(_root.FullName).Where(path => path != Archive && path != Into);

    public void Dispose() => _root.Delete(recursive: true);
}
