using System.Buffers;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>What stands around the entries of a HAR, put together with an empty list in their place; knows where in the file each byte of it stood.</summary>
internal sealed class AroundEntries
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly List<(long At, long InFile)> _pieces = [];

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public void Add(HarSegment segment)
    {
        var piece = Kept(segment.Bytes, isFirst: _pieces.Count == 0);
        if (piece.IsEmpty) return;
        _pieces.Add((_bytes.WrittenCount, segment.End - piece.Length));
        _bytes.Write(piece.Span);
    }

    /// <summary>Byte of the file for a byte of <see cref="Bytes"/>.</summary>
    public long PositionOf(long inside)
    {
        var (at, inFile) = _pieces.FindLast(piece => piece.At <= inside);
        return inFile + inside - at;
    }

    // The commas between entries go with them.
    private static ReadOnlyMemory<byte> Kept(ReadOnlyMemory<byte> piece, bool isFirst)
    {
        if (isFirst) return piece;
        var rest = piece[(piece.Length - piece.Span.TrimStart(" \t\r\n,"u8).Length)..];
        return rest.Length > 0 && rest.Span[0] is (byte)']' or (byte)'}' ? rest : default;
    }
}
