using System.Text;

namespace Prober.Evidence.Har.Streaming;

/// <summary>Tells by its first bytes how a JSON file is encoded (RFC 8259 section 8.1 wants UTF-8; Windows tools write UTF-16).</summary>
internal static class TextEncoding
{
    /// <summary>The file as UTF-8 without a byte order mark, read once from here on.</summary>
    /// <param name="start">Byte of the UTF-8 file at which it begins.</param>
    public static Stream AsUtf8(Stream stream, CancellationToken cancellationToken, out long start)
    {
        var window = new ByteWindow(stream, ByteWindow.DefaultChunk, cancellationToken);
        var encoding = Utf16(window);
        var rest = new RestOfWindow(window);
        start = encoding is null ? window.Position : 0;
        return encoding is null ? rest : Encoding.CreateTranscodingStream(rest, encoding, Encoding.UTF8);
    }

    /// <summary>The encoding when it is UTF-16, null for UTF-8; a byte order mark is passed.</summary>
    public static Encoding? Utf16(ByteWindow window)
    {
        while (window.Rest.Length < 3 && window.More())
        {
        }

        var start = window.Rest;
        var (encoding, mark) = start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (null, 3),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [(byte)'{', 0, ..] => (Encoding.Unicode, 0),
            [0, (byte)'{', ..] => (Encoding.BigEndianUnicode, 0),
            _ => ((Encoding?)null, 0),
        };
        window.Advance(mark);
        return encoding;
    }
}
