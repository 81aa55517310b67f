using System.IO.Compression;

namespace Prober.Evidence.Har.Inputs;

/// <summary>Opens the text of one HAR: plain, packed with gzip or zlib, or the only one in a zip archive. The kind is told by the first bytes.</summary>
public static class PackedHar
{
    /// <exception cref="HarFormatException">An archive that does not hold exactly one HAR.</exception>
    /// <exception cref="InvalidDataException">A damaged archive.</exception>
    public static Stream Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            var first = new byte[4];
            file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            file.Position = 0;
            return first switch
            {
                [0x1F, 0x8B, ..] => Bounded(new GZipStream(file, CompressionMode.Decompress)),
                [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] => Bounded(new ZLibStream(file, CompressionMode.Decompress)),
                [(byte)'P', (byte)'K', 3 or 5, 4 or 6] => OnlyHarOf(new ZipArchive(file)),
                _ => file,
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static InflatedStream OnlyHarOf(ZipArchive archive)
    {
        var hars = archive.Entries.Where(entry => entry.Name.EndsWith(".har", StringComparison.OrdinalIgnoreCase)).ToList();
        return hars.Count == 1 ? Bounded(hars[0].Open(), archive) : throw new HarFormatException($"expected one .har file in the zip archive, and there are {hars.Count}; unpack it first");
    }

    private static InflatedStream Bounded(Stream content, IDisposable? owner = null) => new(content, HarReadOptions.Default.MostUnpackedBytes, owner);
}
