using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Looks for the bracket that ends an object or an array, 64 bytes at a time: what stands in strings is masked out, and a block is looked
/// at bracket by bracket only where the end may be in it. Knows how deep it is, not which kind of bracket opened which level.
/// </summary>
/// <param name="depth">Levels that are open already: 0 in front of the container, 1 where its opening bracket is passed.</param>
internal struct ContainerScan(int depth)
{
    private StringScan _strings;
    private bool _isInString;
    private int _depth = depth;

    /// <summary>Index behind the bracket that ends the container whose opening bracket came first; -1 when it is not among these bytes.</summary>
    /// <param name="comment">Index of a slash outside strings, where the search stopped; -1 when there is none.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int IndexBehindEnd(ReadOnlySpan<byte> bytes, out int comment)
    {
        comment = -1;
        var at = 0;
        for (; at <= bytes.Length - StringScan.Block; at += StringScan.Block)
        {
            var block = bytes.Slice(at, StringScan.Block);
            var (strings, wasInString) = (_strings, _isInString);
            var backslashes = StringScan.Bits(block, (byte)'\\');
            var inside = Inside(_strings.Unescaped(block, backslashes));
            var slashes = StringScan.Bits(block, (byte)'/') & ~inside;
            var close = (StringScan.Bits(block, (byte)'}') | StringScan.Bits(block, (byte)']')) & ~inside;
            if ((slashes | (backslashes & ~inside)) != 0 || BitOperations.PopCount(close) >= _depth)
            {
                // The end, or a comment, may be in this block, or a backslash that escapes nothing: byte by byte.
                (_strings, _isInString) = (strings, wasInString);
                if (ByBytes(bytes, at, at + StringScan.Block, out comment) is >= 0 and var end) return end;
                if (comment >= 0) return -1;
                continue;
            }

            var open = (StringScan.Bits(block, (byte)'{') | StringScan.Bits(block, (byte)'[')) & ~inside;
            _depth += BitOperations.PopCount(open) - BitOperations.PopCount(close);
        }

        return ByBytes(bytes, at, bytes.Length, out comment);
    }

    private int ByBytes(ReadOnlySpan<byte> bytes, int from, int to, out int comment)
    {
        comment = -1;
        for (var at = from; at < to; at++)
        {
            if (_isInString)
            {
                var end = _strings.IndexOfEnd(bytes[at..to]);
                if (end < 0) return -1;
                at += end;
                (_isInString, _strings) = (false, default);
                continue;
            }

            switch (bytes[at])
            {
                case (byte)'"':
                    _isInString = true;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                case (byte)'}' or (byte)']' when --_depth == 0:
                    return at + 1;
                case (byte)'/':
                    comment = at;
                    return -1;
            }
        }

        return -1;
    }

    // One bit for each byte from an opening quote on up to the byte before the closing one: exclusive or of all quotes so far.
    private ulong Inside(ulong quotes)
    {
        if (Pclmulqdq.IsSupported) quotes = Pclmulqdq.CarrylessMultiply(Vector128.CreateScalar(quotes), Vector128<ulong>.AllBitsSet, 0).ToScalar();
        else for (var shift = 1; shift < 64; shift <<= 1) quotes ^= quotes << shift;
        if (_isInString) quotes = ~quotes;
        _isInString = quotes >> 63 == 1;
        return quotes;
    }
}
