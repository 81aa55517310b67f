using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Finds any of thousands of texts in one pass: the first four characters of each are a key; a bit set answers nearly all positions,
/// a dictionary the rest. A run has some hundred secrets and one to two megabytes to look through, in milliseconds.
/// </summary>
internal sealed class PatternIndex
{
    private const int KeyLength = KnownSecrets.ShortestValue;

    /// <value>Bits for each key: one position in so many that holds none has to be looked up all the same.</value>
    private const int BitsPerKey = 32;

    private readonly ulong[] _bits;
    private readonly int _shift;
    private readonly Dictionary<ulong, SecretPattern[]> _byKey;

    public PatternIndex(IEnumerable<SecretPattern> patterns)
    {
        _byKey = patterns.DistinctBy(pattern => pattern.Text).GroupBy(pattern => Key(pattern.Text))
            .ToDictionary(group => group.Key, group => group.OrderBy(pattern => pattern.Text, StringComparer.Ordinal).ToArray());
        var size = BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp((long)_byKey.Count * BitsPerKey, 1 << 16, 1 << 27));
        (_bits, _shift) = (new ulong[size >> 6], 64 - BitOperations.Log2(size));
        foreach (var key in _byKey.Keys) _bits[Slot(key, _shift) >> 6] |= 1UL << (Slot(key, _shift) & 63);
    }

    /// <summary>The first pattern at or after a position, and where; null when there is none.</summary>
    public (SecretPattern Pattern, int At)? Find(ReadOnlySpan<char> text, int from)
    {
        var (bits, shift) = (_bits, _shift);
        ref var first = ref MemoryMarshal.GetReference(text);
        for (var at = from; at <= text.Length - KeyLength; at++)
        {
            // Nearly all time goes into this line: one load of four characters, whose end the loop has seen to.
            var key = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, at)));
            var slot = Slot(key, shift);
            if ((bits[slot >> 6] & (1UL << (slot & 63))) == 0 || !_byKey.TryGetValue(key, out var candidates)) continue;
            if (LongestAt(text, at, candidates) is { } pattern) return (pattern, at);
        }

        return null;
    }

    /// <summary>
    /// The longest goes first: a signed cookie before the bare one that it begins with. Thousands may begin alike (a framework's cookies), so they are
    /// in order, and each that the text does not begin with tells how much of the text a shorter one can have.
    /// </summary>
    private static SecretPattern? LongestAt(ReadOnlySpan<char> text, int at, SecretPattern[] candidates)
    {
        for (var rest = text[at..]; rest.Length >= KeyLength;)
        {
            var last = LastUpTo(rest, candidates);
            if (last < 0) return null;
            var candidate = candidates[last];
            var common = rest.CommonPrefixLength(candidate.Text);
            if (common < candidate.Text.Length) rest = rest[..common];
            else if (!candidate.Bounded || IsBounded(text, at, common)) return candidate;
            else rest = rest[..(common - 1)];
        }

        return null;
    }

    private static int LastUpTo(ReadOnlySpan<char> text, SecretPattern[] candidates)
    {
        var (low, high) = (0, candidates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (candidates[middle].Text.AsSpan().SequenceCompareTo(text) <= 0) low = middle + 1;
            else high = middle;
        }

        return low - 1;
    }

    private static ulong Key(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..KeyLength]));

    private static int Slot(ulong key, int shift) => (int)((key * 0x9E3779B97F4A7C15) >> shift);

    private static bool IsBounded(ReadOnlySpan<char> text, int at, int length) =>
        !(at > 0 && Joins(text[at - 1], text[at])) && !(at + length < text.Length && Joins(text[at + length], text[at + length - 1]));

    // A point between digits is a decimal point: 0.123456 is no one-time code.
    private static bool Joins(char neighbour, char edge) => char.IsLetterOrDigit(neighbour) || (neighbour == '.' && char.IsAsciiDigit(edge));
}
