using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Prober.Evidence.Redaction;

/// <summary>The last gate: searches everything written for every known secret in every usual encoding, also inside zip and gzip.</summary>
public sealed class RedactionAudit
{
    private const int DeepestArchive = 3;
    private readonly SecretSearch _text;
    private readonly SecretSearch _binary;

    public RedactionAudit(KnownSecrets secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        var searched = secrets.Searched;
        _text = new(searched);
        // Where bytes are no text, each is read as one character; a secret must be spelled the same way.
        _binary = searched.All(secret => Ascii.IsValid(secret.Value))
            ? _text
            : new(searched.Select(secret => new KnownSecret(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret.Value)), secret.Kind)));
    }

    /// <summary>Searches every file below a folder.</summary>
    public IReadOnlyList<AuditHit> Folder(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(file => Search(Path.GetRelativePath(folder, file), null, File.ReadAllBytes(file), 0)),
    ];

    /// <summary>Searches one stream under the name that its hits shall carry.</summary>
    public IReadOnlyList<AuditHit> Stream(string name, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Search(name, null, ToBytes(stream), 0);
    }

    /// <summary>Searches a part of a file that is too large to be searched at once.</summary>
    internal IEnumerable<AuditHit> Bytes(string name, byte[] bytes, long offset) => Search(name, null, bytes, 0).Select(hit => hit with { Offset = hit.Offset + offset });

    /// <summary>Deletes the files that hold a hit; an archive goes as a whole.</summary>
    public static void DeleteHits(string folder, IEnumerable<AuditHit> hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        foreach (var file in hits.Select(hit => hit.File).Distinct()) File.Delete(Path.Combine(folder, file));
    }

    private List<AuditHit> Search(string file, string? member, byte[] bytes, int depth)
    {
        var isText = Utf8.IsValid(bytes);
        var text = isText ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
        var matches = (isText ? _text : _binary).Find(text).DistinctBy(match => (match.Secret.Kind, match.Start));
        var hits = matches.Select(match => new AuditHit
        {
            File = file,
            Member = member,
            Kind = match.Secret.Kind,
            Encoding = match.Encoding,
            Offset = isText ? Encoding.UTF8.GetByteCount(text.AsSpan(0, match.Start)) : match.Start,
        });
        return depth == DeepestArchive ? [.. hits] : [.. hits, .. Packed(bytes).SelectMany(packed =>
            Search(file, member is null ? packed.Name : $"{member}!{packed.Name}", packed.Bytes, depth + 1))];
    }

    private static List<(string Name, byte[] Bytes)> Packed(byte[] bytes)
    {
        try
        {
            if (bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B])) return [("gzip", ToBytes(new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)))];
            if (!bytes.AsSpan().StartsWith("PK"u8)) return [];
            using var archive = new ZipArchive(new MemoryStream(bytes));
            return [.. archive.Entries.Where(entry => entry.Length > 0).Select(entry => (entry.FullName, ToBytes(entry.Open())))];
        }
        catch (InvalidDataException)
        {
            // It only begins like an archive; its bytes were searched as they are.
            return [];
        }
    }

    private static byte[] ToBytes(Stream stream)
    {
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
