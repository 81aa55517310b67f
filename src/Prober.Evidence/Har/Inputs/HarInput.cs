using System.IO.Compression;

namespace Prober.Evidence.Har.Inputs;

/// <summary>
/// Opens what people send: a HAR or a SAML-tracer export, plain, packed with gzip or zlib (.zhar), or one or several in a zip archive. The kind is told by the
/// first bytes, never by the name alone.
/// </summary>
public static class HarInput
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    private const long MostBufferedBytes = 512 * 1024 * 1024;

    /// <param name="path">A file, or <c>-</c> for standard input.</param>
    /// <exception cref="HarFormatException">The file is not there or no HAR; the message names file, place and what was expected.</exception>
    public static Task<IReadOnlyList<HarDocument>> ReadAsync(
        string path, Stream standardInput, HarReadOptions options, IProgress<HarReadProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        // Standard input cannot be interrupted while it waits for a byte; whoever waits for this task can.
        return Task.Run(() => Read(path, standardInput, options, progress, cancellationToken), cancellationToken).WaitAsync(cancellationToken);
    }

    private static IReadOnlyList<HarDocument> Read(
        string path, Stream standardInput, HarReadOptions options, IProgress<HarReadProgress>? progress, CancellationToken cancellationToken)
    {
        var isStandardInput = path == StandardInput;
        var name = isStandardInput ? "standard input" : Path.GetFileName(path);
        try
        {
            if (isStandardInput) return Read(standardInput, name, options, progress, cancellationToken);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return Read(file, name, options with { File = path, Attachment = options.Attachment ?? (name => SiblingFile.Read(folder, name, options.LongestBody)) }, progress, cancellationToken);
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(name);
        }
        catch (InvalidDataException broken)
        {
            throw new HarFormatException($"{name}: expected a whole zip, gzip or zlib file, and it is damaged or cut", broken);
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            throw new HarFormatException($"{name}: cannot be read ({absent.GetType().Name switch
            {
                nameof(FileNotFoundException) or nameof(DirectoryNotFoundException) => "there is no such file",
                nameof(UnauthorizedAccessException) => "it is a folder or access is denied",
                _ => absent.Message,
            }})", absent);
        }
    }

    private static IReadOnlyList<HarDocument> Read(
        Stream source, string name, HarReadOptions options, IProgress<HarReadProgress>? progress, CancellationToken cancellationToken)
    {
        var observed = new ObservedStream(source, progress, cancellationToken);
        var first = new byte[4];
        var length = observed.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        Stream whole = observed;
        if (observed.CanSeek) observed.Position -= length;
        else whole = new PrefixedStream(first.AsMemory(0, length), observed);
        var packed = options with { File = null };
        return first switch
        {
            [0x1F, 0x8B, ..] => [Unpacked(new GZipStream(whole, CompressionMode.Decompress), name, packed, cancellationToken)],
            [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] => [Unpacked(new ZLibStream(whole, CompressionMode.Decompress), name, packed, cancellationToken)],
            [(byte)'P', (byte)'K', 3 or 5, 4 or 6] => FromZip(whole, name, packed, cancellationToken),
            _ => [new HarDocument(name, HarReader.Read(whole, options, cancellationToken))],
        };
    }

    private static HarDocument Unpacked(Stream unpacking, string name, HarReadOptions options, CancellationToken cancellationToken)
    {
        using var content = new InflatedStream(unpacking, options.MostUnpackedBytes);
        return new HarDocument(name, HarReader.Read(content, options, cancellationToken));
    }

    // The list of an archive's files stands at its end.
    private static IReadOnlyList<HarDocument> FromZip(Stream packed, string name, HarReadOptions options, CancellationToken cancellationToken)
    {
        if (!packed.CanSeek)
        {
            var bytes = BoundedRead.All(packed, MostBufferedBytes) ?? throw new HarFormatException($"expected a zip archive of no more than {MostBufferedBytes} bytes");
            packed = new MemoryStream(bytes.ToArray());
        }

        using var archive = new ZipArchive(packed);
        return new HarArchive(archive, options with { Attachment = null }).Read(name, cancellationToken);
    }
}
