namespace Prober.Sanitizing;

/// <summary>Private files beside a copy's place, for what has not been audited yet; gone when this is disposed.</summary>
internal sealed class Drafts(string to) : IDisposable
{
    private readonly string _folder = CopyFile.IsReplaceable(to) ? Path.GetDirectoryName(Path.GetFullPath(to))! : Path.GetTempPath();
    private readonly List<string> _files = [];

    /// <exception cref="UsageException">The folder takes no file.</exception>
    public FileStream Create()
    {
        var path = Path.Combine(_folder, $".prober-{Guid.NewGuid():N}.tmp");
        try
        {
            var file = PrivateFile.Create(path);
            _files.Add(path);
            return file;
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{to}: cannot be written (access to its folder is denied)");
        }
        catch (IOException refused)
        {
            throw new UsageException($"{to}: cannot be written ({refused.Message.Replace(path, _folder, StringComparison.Ordinal)})");
        }
    }

    public void Dispose() => _files.ForEach(File.Delete);
}
