using System.Runtime.InteropServices;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Finds any of thousands of texts in one pass: the first four characters of each are a key; a bit set answers nearly all positions,
/// a dictionary the rest. A run has some hundred secrets and one to two megabytes to look through, in milliseconds.
/// </summary>
internal sealed class PatternIndex
{
    private const int KeyLength = KnownSecrets.ShortestValue;
    private readonly ulong[] _bits = new ulong[1024];
    private readonly Dictionary<ulong, SecretPattern[]> _byKey;

    public PatternIndex(IEnumerable<SecretPattern> patterns)
    {
        // The longest first: a signed cookie goes before the bare one that it begins with.
        _byKey = patterns.DistinctBy(pattern => pattern.Text).GroupBy(pattern => Key(pattern.Text))
            .ToDictionary(group => group.Key, group => group.OrderByDescending(pattern => pattern.Text.Length).ToArray());
        foreach (var key in _byKey.Keys) _bits[Slot(key) >> 6] |= 1UL << (Slot(key) & 63);
    }

    /// <summary>The first pattern at or after a position, and where; null when there is none.</summary>
    public (SecretPattern Pattern, int At)? Find(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at <= text.Length - KeyLength; at++)
        {
            var key = Key(text[at..]);
            if ((_bits[Slot(key) >> 6] & (1UL << (Slot(key) & 63))) == 0 || !_byKey.TryGetValue(key, out var candidates)) continue;
            foreach (var candidate in candidates)
            {
                if (text[at..].StartsWith(candidate.Text) && (!candidate.Bounded || IsBounded(text, at, candidate.Text.Length))) return (candidate, at);
            }
        }

        return null;
    }

    private static ulong Key(ReadOnlySpan<char> text) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text[..KeyLength]));

    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 48);

    private static bool IsBounded(ReadOnlySpan<char> text, int at, int length) =>
        !(at > 0 && Joins(text[at - 1], text[at])) && !(at + length < text.Length && Joins(text[at + length], text[at + length - 1]));

    // A point between digits is a decimal point: 0.123456 is no one-time code.
    private static bool Joins(char neighbour, char edge) => char.IsLetterOrDigit(neighbour) || (neighbour == '.' && char.IsAsciiDigit(edge));
}
