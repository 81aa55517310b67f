using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Remembers short texts and headers that were read lately: a HAR repeats its header names and most of their values with every entry. Of
/// fixed size; a newer one takes the place of an older one.
/// </summary>
internal sealed class StringPool
{
    private const int Places = 8192;
    private const int Longest = 2048;

    private readonly string?[] _texts = new string?[Places];
    private readonly HarHeader?[] _headers = new HarHeader?[Places];
    private readonly Dictionary<string, string> _lower = new(StringComparer.Ordinal);

    /// <summary>The remembered text of these bytes, when they are ASCII; null when there is none.</summary>
    public string? Find(ReadOnlySpan<byte> raw) => raw.IsEmpty ? "" : _texts[Place(raw)] is { } text && Ascii.Equals(raw, text) ? text : null;

    public string Add(ReadOnlySpan<byte> raw, string text)
    {
        if (raw.Length <= Longest) _texts[Place(raw)] = text;
        return text;
    }

    /// <summary>The text in lower case, one string for all that are equal.</summary>
    public string Lower(string text)
    {
        if (_lower.TryGetValue(text, out var lower)) return lower;
        lower = text.ToLowerInvariant();
        return _lower.Count < Places ? _lower[text] = lower : lower;
    }

    /// <summary>The header of a name and a value that came out of this pool.</summary>
    public HarHeader Header(string name, string value)
    {
        ref var header = ref _headers[(RuntimeHelpers.GetHashCode(name) * 31 + RuntimeHelpers.GetHashCode(value)) & (Places - 1)];
        if (header is null || !ReferenceEquals(header.Name, name) || !ReferenceEquals(header.Value, value)) header = new HarHeader(name, value);
        return header;
    }

    // Both ends and the middle tell texts apart well enough; a clash costs only one more string.
    private static int Place(ReadOnlySpan<byte> raw)
    {
        var hash = (ulong)raw.Length * 0x9E3779B97F4A7C15;
        if (raw.Length >= 8)
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(raw));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(raw[((raw.Length - 8) / 2)..]));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(raw[^8..]));
        }
        else
        {
            foreach (var value in raw) hash = Mix(hash, value);
        }

        return (int)(hash >> 51);
    }

    private static ulong Mix(ulong hash, ulong value) => System.Numerics.BitOperations.RotateLeft(hash ^ value, 29) * 0x9E3779B97F4A7C15;
}
