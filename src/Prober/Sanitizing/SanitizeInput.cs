using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Sanitizing;

/// <summary>
/// A HAR that can be opened again for each walk over it. Standard input is kept for that in a private file, which is gone when this is
/// disposed.
/// </summary>
internal sealed class SanitizeInput : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _name;
    private readonly bool _isSpooled;

    private SanitizeInput(string path, string name, bool isSpooled) => (_path, _name, _isSpooled) = (path, name, isSpooled);

    public static async Task<SanitizeInput> OfAsync(string from, CancellationToken cancellationToken)
    {
        if (from != HarInput.StandardInput) return new(from, from, isSpooled: false);
        var spool = Path.Combine(Path.GetTempPath(), $".prober-{Guid.NewGuid():N}.tmp");
        var input = new SanitizeInput(spool, "standard input", isSpooled: true);
        try
        {
            await using var file = PrivateFile.Create(spool);
            await Console.OpenStandardInput().CopyToAsync(file, cancellationToken);
            return input;
        }
        catch
        {
            await input.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="HarFormatException">The file is not there, damaged, or holds several HARs.</exception>
    public Stream Open()
    {
        try
        {
            return PackedHar.Open(_path);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(_name);
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new UsageException($"{_name}: there is no such file, or it may not be read");
        }
        catch (InvalidDataException)
        {
            throw new UsageException($"{_name}: the compressed file is damaged");
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_isSpooled) File.Delete(_path);
        return ValueTask.CompletedTask;
    }
}
