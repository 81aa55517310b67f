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
    /// <exception cref="IOException">The archive cannot be read, or the folder not be written: no file, no right, no room.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static IReadOnlyList<string> Unpack(string path, string into, long mostBytes = 1L << 30)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostFiles) throw new HarFormatException($"expected no more than {MostFiles} files in the zip archive");
            if (archive.Entries.Sum(entry => (decimal)entry.Length) > mostBytes) throw new HarFormatException($"expected no more than {mostBytes} bytes of unpacked data");
            var folders = new List<string>();
            // One allowance for all: sizes may be declared too small, and a bundle within a bundle comes out once for each of them.
            var unpacked = 0L;
            foreach (var folder in Folders(archive))
            {
                var target = Path.Combine(into, $"{folders.Count + 1}");
                unpacked = Unpack(archive, folder, target, unpacked, mostBytes);
                folders.Add(target);
            }

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

    // How many bytes have come out of the archive by then.
    private static long Unpack(ZipArchive archive, string folder, string into, long unpacked, long mostBytes)
    {
        Directory.CreateDirectory(into);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0 && entry.FullName.StartsWith(folder, StringComparison.Ordinal)))
        {
            // A name that leads elsewhere, or is no name here, is of no bundle.
            if (entry.FullName.Contains('\0') || BundlePath.Inside(into, entry.FullName[folder.Length..]) is not { } path) continue;
            using var content = new InflatedStream(entry.Open(), mostBytes, before: unpacked);
            using var file = Create(path);
            content.CopyTo(file);
            unpacked += file.Length;
        }

        return unpacked;
    }

    // Names that are legal in an archive can be in each other's way on a disk ("a" beside "a/b"), or longer than it takes. Not quoted: it may hold
    // anything. A full disk or a lost right is no fault of the archive and goes on as it is.
    private static FileStream Create(string path)
    {
        try
        {
            if (!Directory.Exists(path) && !HasFileOnTheWay(path))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                return File.Create(path);
            }
        }
        catch (PathTooLongException tooLong)
        {
            throw Unfit(tooLong);
        }

        throw Unfit();
    }

    private static bool HasFileOnTheWay(string path)
    {
        for (var folder = Path.GetDirectoryName(path); folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(folder)) return true;
        }

        return false;
    }

    private static HarFormatException Unfit(Exception? cause = null)
    {
        const string expected = "expected names that can lie side by side in a folder, and one of the zip archive's cannot";
        return cause is null ? new(expected) : new(expected, cause);
    }
}
