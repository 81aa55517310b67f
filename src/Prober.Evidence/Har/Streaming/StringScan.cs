using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Looks for the quote that ends a JSON string, 64 bytes at a time and without a branch for an escape: scripts in a HAR have an escape
/// every few characters. Which quotes are escaped is found as by Langdale and Lemire, "Parsing Gigabytes of JSON per Second" (2019), 3.1.1.
/// Keeps what it must know from one chunk to the next.
/// </summary>
internal struct StringScan
{
    public const int Block = 64;

    private const ulong EvenBits = 0x5555_5555_5555_5555;

    // 1 when the byte behind the last one looked at is escaped.
    private ulong _escaped;

    /// <summary>Index of the ending quote, or -1 when it is not among these bytes; the next call goes on behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int IndexOfEnd(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        for (; at <= bytes.Length - Block; at += Block)
        {
            var block = bytes.Slice(at, Block);
            var quotes = Unescaped(block, Bits(block, (byte)'\\'));
            if (quotes != 0) return at + BitOperations.TrailingZeroCount(quotes);
        }

        for (; at < bytes.Length; at++)
        {
            if (_escaped != 0) _escaped = 0;
            else if (bytes[at] == '\\') _escaped = 1;
            else if (bytes[at] == '"') return at;
        }

        return -1;
    }

    /// <summary>One bit for each of 64 bytes that is a quote and not escaped.</summary>
    /// <param name="backslashes">One bit for each that is a backslash.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Unescaped(ReadOnlySpan<byte> block, ulong backslashes) => Bits(block, (byte)'"') & ~Escaped(backslashes);

    /// <summary>One bit for each of 64 bytes that equals the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(ReadOnlySpan<byte> block, byte value) => Vector512.IsHardwareAccelerated
        ? Vector512.Equals(Vector512.Create(block), Vector512.Create(value)).ExtractMostSignificantBits()
        : Vector256.Equals(Vector256.Create(block), Vector256.Create(value)).ExtractMostSignificantBits()
            | (ulong)Vector256.Equals(Vector256.Create(block[Vector256<byte>.Count..]), Vector256.Create(value)).ExtractMostSignificantBits() << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Escaped(ulong backslashes)
    {
        var carried = _escaped;
        if (backslashes == 0)
        {
            _escaped = 0;
            return carried;
        }

        // Of a run of backslashes every second one escapes; a sum runs a carry through the whole run and shows on which parity it ends.
        backslashes &= ~carried;
        var follows = (backslashes << 1) | carried;
        var oddStarts = backslashes & ~EvenBits & ~follows;
        var sum = oddStarts + backslashes;
        _escaped = sum < oddStarts ? 1UL : 0;
        return (EvenBits ^ (sum << 1)) & follows;
    }
}
