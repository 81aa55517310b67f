using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>A body that a HAR holds in base64: opened, rewritten as text, and packed as it was. Null for one that cannot be looked into.</summary>
internal static class BodyBytes
{
    private const int LargestUnpacked = 64 << 20;

    public static byte[]? Rewrite(byte[] bytes, Func<string, string> text, int depth = 0)
    {
        if (bytes.AsSpan().StartsWith<byte>([0x1F, 0x8B])) return depth < 3 && Unpack(bytes) is { } plain && Rewrite(plain, text, depth + 1) is { } rewritten ? Pack(rewritten, plain, bytes) : null;
        // Zip (also office documents): nobody's business in a login, and not to be rewritten in place.
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) return null;
        var encoding = Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1;
        var before = encoding.GetString(bytes);
        var after = text(before);
        return after == before ? bytes : encoding.GetBytes(after);
    }

    private static byte[] Pack(byte[] rewritten, byte[] plain, byte[] packed)
    {
        if (rewritten == plain) return packed;
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest)) gzip.Write(rewritten);
        return output.ToArray();
    }

    private static byte[]? Unpack(byte[] packed)
    {
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var output = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = gzip.Read(buffer)) > 0;)
            {
                output.Write(buffer.AsSpan(0, read));
                if (output.Length > LargestUnpacked) return null;
            }

            return output.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
