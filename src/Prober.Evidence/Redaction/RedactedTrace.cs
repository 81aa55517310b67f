using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Playwright's trace without the run's secrets: every text in the archive is searched and masked; pictures stay. Fonts and
/// other bytes cannot be masked, so the audit still has the last word.
/// </summary>
public static class RedactedTrace
{
    /// <param name="zip">The trace as Playwright wrote it.</param>
    /// <param name="redactor">The one that redacted the run, so that fingerprints are the same.</param>
    /// <param name="secrets">What the run typed and saw.</param>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static byte[] Of(byte[] zip, Redactor redactor, KnownSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(redactor);
        using var source = new ZipArchive(new MemoryStream(zip));
        var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var written = archive.CreateEntry(entry.FullName).Open();
                written.Write(Mask(Read(entry), redactor, secrets));
            }
        }

        return target.ToArray();
    }

    private static byte[] Mask(byte[] bytes, Redactor redactor, KnownSecrets secrets) =>
        Utf8.IsValid(bytes) ? Encoding.UTF8.GetBytes(redactor.Redact(Encoding.UTF8.GetString(bytes), secrets)) : bytes;

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
