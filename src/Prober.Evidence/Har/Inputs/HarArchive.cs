using System.IO.Compression;

namespace Prober.Evidence.Har.Inputs;

/// <summary>
/// The HARs in a zip archive, and the bodies that Playwright puts beside them. Names in the archive are only compared, never used as paths:
/// nothing is written to the disk.
/// </summary>
internal sealed class HarArchive(ZipArchive archive, HarReadOptions options)
{
    private const int MostDocuments = 1000;

    public IReadOnlyList<HarDocument> Read(string name, CancellationToken cancellationToken)
    {
        var files = archive.Entries.Where(entry => IsHar(entry.Name)).ToList();
        if (files.Count == 0) throw new HarFormatException("not a HAR: expected a .har file in the zip archive");
        if (files.Count > MostDocuments) throw new HarFormatException($"expected no more than {MostDocuments} HAR files in the zip archive");
        return [.. files.Select(file => Read(file, name, cancellationToken))];
    }

    private static bool IsHar(string name) => name.EndsWith(".har", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".har.gz", StringComparison.OrdinalIgnoreCase);

    private HarDocument Read(ZipArchiveEntry file, string archiveName, CancellationToken cancellationToken)
    {
        try
        {
            using var packed = file.Open();
            using var content = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
                ? new InflatedStream(new GZipStream(packed, CompressionMode.Decompress), options.MostUnpackedBytes)
                : new InflatedStream(packed, options.MostUnpackedBytes);
            var folder = file.FullName[..^file.Name.Length];
            var log = HarReader.Read(content, options with { Attachment = options.Attachment ?? (name => Sibling(folder, name)) }, cancellationToken);
            return new HarDocument($"{archiveName}/{file.Name}", log);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(file.Name);
        }
    }

    private ReadOnlyMemory<byte>? Sibling(string folder, string name)
    {
        if (archive.GetEntry(folder + name) is not { } entry) return null;
        using var content = entry.Open();
        return BoundedRead.Start(content, options.LongestBody);
    }
}
