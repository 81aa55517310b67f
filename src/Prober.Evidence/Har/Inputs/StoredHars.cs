using System.IO.Compression;

namespace Prober.Evidence.Har.Inputs;

/// <summary>
/// The recordings in a file that a person sent, of the same kinds as <see cref="HarInput"/> reads: one, plain or packed with gzip or zlib, or one or
/// several in a zip archive, which stays open until this is disposed.
/// </summary>
public sealed class StoredHars : IDisposable
{
    private readonly ZipArchive? _archive;

    private StoredHars(IReadOnlyList<StoredHar> all, ZipArchive? archive = null) => (All, _archive) = (all, archive);

    public IReadOnlyList<StoredHar> All { get; }

    /// <summary>True when they lie in a zip archive.</summary>
    public bool IsArchive => _archive is not null;

    /// <exception cref="HarFormatException">A zip archive without a HAR in it, or with too many.</exception>
    /// <exception cref="InvalidDataException">A damaged archive.</exception>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be read.</exception>
    public static StoredHars Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var first = new byte[4];
        using (var file = Read(path)) file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        return first switch
        {
            [0x1F, 0x8B, ..] => One(path, file => new GZipStream(file, CompressionMode.Decompress)),
            [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] => One(path, file => new ZLibStream(file, CompressionMode.Decompress)),
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6] => In(new ZipArchive(Read(path))),
            _ => One(path, file => file),
        };
    }

    public void Dispose() => _archive?.Dispose();

    private static StoredHars One(string path, Func<Stream, Stream> unpacked)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return new([new StoredHar(
            Path.GetFileName(path),
            () => unpacked(Read(path)) is var text && text is FileStream ? text : new InflatedStream(text, HarReadOptions.Default.MostUnpackedBytes),
            name => SiblingFile.Read(folder, name, HarReadOptions.Default.LongestBody))]);
    }

    private static StoredHars In(ZipArchive archive)
    {
        try
        {
            var hars = new HarArchive(archive, HarReadOptions.Default);
            return new([.. hars.Files.Select(file => new StoredHar(file.Name, () => hars.Open(file), name => hars.Sibling(file, name)))], archive);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}
