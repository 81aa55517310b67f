using System.IO.Compression;

namespace Prober.Evidence.Har;

/// <summary>A HAR on disk with the bodies that its recorder may have put beside it: a <c>.har</c> file, or a <c>.zip</c> that holds one.</summary>
public static class HarFile
{
    /// <exception cref="HarFormatException">It is no HAR, with the place; or a zip without one.</exception>
    public static HarLog Read(string path, HarReadOptions? options = null)
    {
        options ??= HarReadOptions.Default;
        using var stream = File.OpenRead(path);
        if (Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase)) return ReadZip(stream, options);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return HarReader.Read(stream, options with { Attachment = options.Attachment ?? (name => FromFolder(folder, name)) });
    }

    private static HarLog ReadZip(Stream stream, HarReadOptions options)
    {
        try
        {
            using var archive = new ZipArchive(stream);
            var har = archive.Entries.FirstOrDefault(entry => entry.Name.EndsWith(".har", StringComparison.OrdinalIgnoreCase))
                ?? throw new HarFormatException("not a HAR: expected a .har file in the zip archive");
            using var content = har.Open();
            return HarReader.Read(content, options with { Attachment = options.Attachment ?? (name => FromArchive(archive, name)) });
        }
        catch (InvalidDataException exception)
        {
            throw new HarFormatException("not a HAR: expected a zip archive", exception);
        }
    }

    // The name comes from the file: it must not lead to another folder.
    private static ReadOnlyMemory<byte>? FromFolder(string folder, string name)
    {
        var file = Path.Combine(folder, Path.GetFileName(name));
        if (Path.GetFileName(name) != name || !File.Exists(file)) return null;
        return File.ReadAllBytes(file);
    }

    private static ReadOnlyMemory<byte>? FromArchive(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry) return null;
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
