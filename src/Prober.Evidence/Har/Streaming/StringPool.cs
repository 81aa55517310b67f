using System.Buffers.Binary;
using System.Text;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Remembers short texts that were read lately: a HAR repeats its header names and most of their values with every entry. Of fixed size;
/// a newer text takes the place of an older one.
/// </summary>
internal sealed class StringPool
{
    private const int Places = 8192;
    private const int Longest = 2048;

    private readonly string?[] _texts = new string?[Places];

    /// <summary>The remembered text of these bytes, when they are ASCII; null when there is none.</summary>
    public string? Find(ReadOnlySpan<byte> raw) => raw.IsEmpty ? "" : _texts[Place(raw)] is { } text && Ascii.Equals(raw, text) ? text : null;

    public string Add(ReadOnlySpan<byte> raw, string text)
    {
        if (raw.Length <= Longest) _texts[Place(raw)] = text;
        return text;
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
