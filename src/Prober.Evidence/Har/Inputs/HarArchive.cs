using System.IO.Compression;

namespace Prober.Evidence.Har.Inputs;

/// <summary>
/// The HARs in a zip archive, and the bodies that Playwright puts beside them. Names in the archive are only compared, never used as paths:
/// nothing is written to the disk.
/// </summary>
internal sealed class HarArchive
{
    private const int MostDocuments = 1000;

    private readonly ZipArchive _archive;
    private readonly HarReadOptions _options;

    /// <exception cref="HarFormatException">There is no HAR in it, or there are too many.</exception>
    public HarArchive(ZipArchive archive, HarReadOptions options)
    {
        (_archive, _options) = (archive, options);
        Files = [.. archive.Entries.Where(entry => IsHar(entry.Name))];
        if (Files.Count == 0) throw new HarFormatException("not a HAR: expected a .har file in the zip archive");
        if (Files.Count > MostDocuments) throw new HarFormatException($"expected no more than {MostDocuments} HAR files in the zip archive");
    }

    public IReadOnlyList<ZipArchiveEntry> Files { get; }

    public IReadOnlyList<HarDocument> Read(string name, CancellationToken cancellationToken) =>
        [.. Files.Select(file => Read(file, name, cancellationToken))];

    /// <summary>The text of a HAR, unpacked as far as is allowed.</summary>
    public Stream Open(ZipArchiveEntry file) => file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
        ? new InflatedStream(new GZipStream(file.Open(), CompressionMode.Decompress), _options.MostUnpackedBytes)
        : new InflatedStream(file.Open(), _options.MostUnpackedBytes);

    /// <summary>A body in the folder of a HAR; null when it is not there.</summary>
    public ReadOnlyMemory<byte>? Sibling(ZipArchiveEntry file, string name)
    {
        if (_archive.GetEntry(file.FullName[..^file.Name.Length] + name) is not { } entry) return null;
        using var content = entry.Open();
        return BoundedRead.Start(content, _options.LongestBody);
    }

    private static bool IsHar(string name) => name.EndsWith(".har", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".har.gz", StringComparison.OrdinalIgnoreCase);

    private HarDocument Read(ZipArchiveEntry file, string archiveName, CancellationToken cancellationToken)
    {
        try
        {
            using var content = Open(file);
            var log = HarReader.Read(content, _options with { Attachment = _options.Attachment ?? (name => Sibling(file, name)) }, cancellationToken);
            return new HarDocument($"{archiveName}/{file.Name}", log);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(file.Name);
        }
    }
}
