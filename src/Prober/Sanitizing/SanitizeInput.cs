using Prober.Evidence.Bundles;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Sanitizing;

/// <summary>
/// A file to be cleaned. Standard input, which can be read only once, is kept for the walks over it in a private file, which is gone when this is
/// disposed.
/// </summary>
internal sealed class SanitizeInput : IDisposable
{
    private readonly string? _spool;

    private SanitizeInput(string name, StoredHars hars, string? spool) => (Name, Hars, _spool) = (name, hars, spool);

    /// <summary>As messages call it.</summary>
    public string Name { get; }

    public StoredHars Hars { get; }

    /// <exception cref="UsageException">It is not there, damaged, or nothing that can be cleaned.</exception>
    /// <exception cref="HarFormatException">An archive without a HAR.</exception>
    public static async Task<SanitizeInput> OpenAsync(string from, CancellationToken cancellationToken)
    {
        if (from != HarInput.StandardInput) return new(from, Open(from, from), spool: null);
        var spool = Path.Combine(Path.GetTempPath(), $".prober-{Guid.NewGuid():N}.tmp");
        try
        {
            await using (var file = PrivateFile.Create(spool)) await Console.OpenStandardInput().CopyToAsync(file, cancellationToken);
            return new("standard input", Open("standard input", spool), spool);
        }
        catch
        {
            File.Delete(spool);
            throw;
        }
    }

    public void Dispose()
    {
        Hars.Dispose();
        if (_spool is not null) File.Delete(_spool);
    }

    private static StoredHars Open(string name, string path)
    {
        if (BundleReader.IsBundle(path)) throw new UsageException($"{name}: a run's folder was cleaned when it was written; 'prober analyze {name} --bundle ticket.zip' makes one file of it to send");
        if (Directory.Exists(path)) throw new UsageException($"{name}: expected a recording, and it is a folder");
        if (PackedBundles.Is(path)) throw new UsageException($"{name}: a packed run was cleaned when it was written, and can be sent as it is");
        try
        {
            return StoredHars.Of(path);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(name);
        }
        catch (InvalidDataException)
        {
            throw Damaged(name);
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{name}: cannot be read (there is no such file)");
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"{name}: cannot be read (access is denied)");
        }
    }

    public static UsageException Damaged(string name) => new($"{name}: expected a whole zip, gzip or zlib file, and it is damaged or cut");
}
