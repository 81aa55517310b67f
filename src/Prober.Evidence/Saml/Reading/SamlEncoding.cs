using System.IO.Compression;
using System.Text;

namespace Prober.Evidence.Saml.Reading;

/// <summary>Takes the wrapping off a message: base64 (POST binding), base64 of raw DEFLATE (Redirect binding, saml-bindings-2.0-os 3.4.4.1).</summary>
internal static class SamlEncoding
{
    /// <summary>The XML text, or why there is none.</summary>
    public static SamlText Decode(string value)
    {
        var trimmed = value.Trim();
        if (trimmed.Length == 0) return new(null, "the parameter is empty", false);
        if (trimmed[0] == '<') return new(value, null, false);
        // A blank is a plus that somebody decoded once too often; line breaks come from mail-style base64.
        var plain = string.Concat(trimmed.Replace(' ', '+').Where(character => !char.IsWhiteSpace(character)));
        // The last character may have been such a plus, too: then the length tells that one is missing.
        if (plain.Length % 4 == 3 && value.EndsWith(' ')) plain += '+';
        var bytes = new byte[plain.Length];
        if (!Convert.TryFromBase64String(Padded(plain), bytes, out var count))
            return new(null, "it is not base64", plain != trimmed);
        var content = bytes.AsSpan(0, count);
        var text = StartsAsXml(content) ? Utf8(content) : Inflate(bytes, count);
        return new(text, text is null ? "it is neither XML nor compressed XML" : null, plain != trimmed);
    }

    private static string Padded(string value) => (value.Length % 4) switch { 2 => value + "==", 3 => value + "=", _ => value };

    private static bool StartsAsXml(ReadOnlySpan<byte> content) => content.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..];

    private static string? Inflate(byte[] bytes, int count)
    {
        foreach (var open in new Func<Stream, Stream>[]
        {
            stream => new DeflateStream(stream, CompressionMode.Decompress),
            stream => new ZLibStream(stream, CompressionMode.Decompress),
        })
        {
            if (Read(open(new MemoryStream(bytes, 0, count))) is { } text) return text;
        }

        return null;
    }

    private static string? Read(Stream stream)
    {
        try
        {
            using (stream)
            {
                var buffer = new byte[SamlXml.LargestMessage];
                var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                return length == buffer.Length || !StartsAsXml(buffer.AsSpan(0, length)) ? null : Utf8(buffer.AsSpan(0, length));
            }
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static string Utf8(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
}

/// <summary>A message without its wrapping.</summary>
/// <param name="Xml">The text; null exactly when <paramref name="Error"/> is set.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="WasMended">True when white space had to be taken out or a plus put back.</param>
internal sealed record SamlText(string? Xml, string? Error, bool WasMended);
