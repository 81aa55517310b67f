using System.IO.Compression;
using System.Text;

namespace Prober.Evidence.Redaction;

/// <summary>How a SAML message is packed under its base64: not at all (POST binding), raw DEFLATE (Redirect binding), or zlib, as some senders do it by mistake.</summary>
internal sealed class SamlPacking
{
    public static readonly SamlPacking None = new(stream => stream, stream => stream);

    private static readonly SamlPacking Deflate = new(
        stream => new DeflateStream(stream, CompressionMode.Decompress), stream => new DeflateStream(stream, CompressionLevel.Fastest, leaveOpen: true));

    private static readonly SamlPacking ZLib = new(
        stream => new ZLibStream(stream, CompressionMode.Decompress), stream => new ZLibStream(stream, CompressionLevel.Fastest, leaveOpen: true));

    private readonly Func<Stream, Stream> _unpack;
    private readonly Func<Stream, Stream> _pack;

    private SamlPacking(Func<Stream, Stream> unpack, Func<Stream, Stream> pack) => (_unpack, _pack) = (unpack, pack);

    public static SamlPacking Of(byte[] bytes, int count) => ZLib.Open(bytes, count)?.TrimStart().StartsWith('<') == true ? ZLib : Deflate;

    /// <summary>The text, or null when it does not open or is too large.</summary>
    public string? Open(byte[] bytes, int count)
    {
        try
        {
            using var stream = _unpack(new MemoryStream(bytes, 0, count));
            var text = new byte[SamlRewriter.LargestMessage];
            var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return length == text.Length ? null : Encoding.UTF8.GetString(text, 0, length).TrimStart('\uFEFF');
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public byte[] Close(byte[] bytes)
    {
        var output = new MemoryStream();
        var packing = _pack(output);
        packing.Write(bytes);
        if (packing != output) packing.Dispose();
        return output.ToArray();
    }
}
