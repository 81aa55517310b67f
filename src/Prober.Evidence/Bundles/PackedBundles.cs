using System.IO.Compression;
using Prober.Evidence.Har;
using Prober.Evidence.Har.Inputs;

namespace Prober.Evidence.Bundles;

/// <summary>Bundles in a zip archive: what a colleague sends who packed a run for a ticket.</summary>
public static class PackedBundles
{
    private const int MostFiles = 10_000;

    /// <summary>True for a zip archive in which a bundle lies. False for every other file, also one that is not there or cannot be read.</summary>
    public static bool Is(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return Folders(archive).Any();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Unpacks every bundle into a folder of its own and returns those, in the archive's order.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="into">An empty folder; nothing is written beside it, whatever names the archive gives.</param>
    /// <param name="mostBytes">How much may come out of it in all.</param>
    /// <exception cref="HarFormatException">The archive is damaged, or holds more than is allowed.</exception>
    public static IReadOnlyList<string> Unpack(string path, string into, long mostBytes = 1L << 30)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostFiles) throw new HarFormatException($"expected no more than {MostFiles} files in the zip archive");
            if (archive.Entries.Sum(entry => entry.Length) > mostBytes) throw new HarFormatException($"expected no more than {mostBytes} bytes of unpacked data");
            var folders = new List<string>();
            foreach (var folder in Folders(archive)) folders.Add(Unpack(archive, folder, Path.Combine(into, $"{folders.Count + 1}"), mostBytes));
            return folders;
        }
        catch (HarFormatException refused)
        {
            throw refused.Of(Path.GetFileName(path));
        }
        catch (InvalidDataException broken)
        {
            throw new HarFormatException($"{Path.GetFileName(path)}: expected a whole zip file, and it is damaged or cut", broken);
        }
    }

    private static IEnumerable<string> Folders(ZipArchive archive) =>
        archive.Entries.Where(entry => entry.Name == BundleFiles.Manifest).Select(entry => entry.FullName[..^BundleFiles.Manifest.Length]);

    private static string Unpack(ZipArchive archive, string folder, string into, long mostBytes)
    {
        Directory.CreateDirectory(into);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0 && entry.FullName.StartsWith(folder, StringComparison.Ordinal)))
        {
            // A name that leads elsewhere, or is no name here, is of no bundle.
            if (entry.FullName.Contains('\0') || BundlePath.Inside(into, entry.FullName[folder.Length..]) is not { } path) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var content = new InflatedStream(entry.Open(), mostBytes);
            using var file = File.Create(path);
            content.CopyTo(file);
        }

        return into;
    }
}
