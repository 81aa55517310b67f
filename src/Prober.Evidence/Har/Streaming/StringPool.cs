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

    private readonly (string? Text, byte[]? Raw)[] _texts = new (string?, byte[]?)[Places];
    private readonly (string? Text, string? Lower)[] _names = new (string?, string?)[Places / 16];
    private readonly Dictionary<string, string> _lower = new(StringComparer.Ordinal);
    private readonly HarHeader?[] _headers = new HarHeader?[Places];
    private readonly HarHeaders?[] _lists = new HarHeaders?[Places / 8];

    /// <summary>The remembered text of these bytes between a string's quotes; null when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string? Find(ReadOnlySpan<byte> raw)
    {
        if (raw.IsEmpty) return "";
        ref var place = ref _texts[Place(raw)];
        if (place.Raw is { } remembered) return raw.SequenceEqual(remembered) ? place.Text : null;
        return place.Text is { } text && Ascii.Equals(raw, text) ? text : null;
    }

    public string Add(ReadOnlySpan<byte> raw, string text)
    {
        // Where the text is not the bytes themselves (an escape, another character set), the bytes are remembered with it.
        if (raw.Length <= Longest) _texts[Place(raw)] = (text, Ascii.Equals(raw, text) ? null : raw.ToArray());
        return text;
    }

    /// <summary>A header's name in lower case, one string for all that are equal.</summary>
    /// <param name="name">Out of this pool.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Lower(string name)
    {
        ref var place = ref _names[RuntimeHelpers.GetHashCode(name) & (Places / 16 - 1)];
        if (!ReferenceEquals(place.Text, name))
        {
            if (!_lower.TryGetValue(name, out var lower))
            {
                lower = name.ToLowerInvariant();
                if (_lower.Count < Places) _lower[name] = lower;
            }

            place = (name, lower);
        }

        return place.Lower!;
    }

    /// <summary>The header of a name and a value that came out of this pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarHeader Header(string name, string value)
    {
        ref var header = ref _headers[(RuntimeHelpers.GetHashCode(name) * 31 + RuntimeHelpers.GetHashCode(value)) & (Places - 1)];
        if (header is null || !ReferenceEquals(header.Name, name) || !ReferenceEquals(header.Value, value)) header = new HarHeader(name, value);
        return header;
    }

    /// <summary>Headers whose names are in lower case, one list for all that hold the same headers of this pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public HarHeaders Shared(List<HarHeader> headers)
    {
        if (headers.Count == 0) return HarHeaders.None;
        var hash = 0;
        foreach (var header in headers) hash = (hash * 31) + RuntimeHelpers.GetHashCode(header);
        ref var list = ref _lists[(hash ^ hash >> 16) & (_lists.Length - 1)];
        return list is not null && list.HoldsSame(headers) ? list : list = HarHeaders.OfLowerCase(headers);
    }

    // Both ends and the middle tell texts apart well enough; a clash costs only one more string.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, ulong value) => System.Numerics.BitOperations.RotateLeft(hash ^ value, 29) * 0x9E3779B97F4A7C15;
}
