using System.Runtime.CompilerServices;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Walks a list of objects that have a name and a value, both texts, and nothing else, as recorders write header lists. Whatever is
/// written otherwise, or does not lie in the window whole, stays unread for the general reader.
/// </summary>
internal sealed class PairList
{
    private readonly TokenGap _start = new("{\"name\":\""u8.ToArray());
    private readonly TokenGap _middle = new(",\"value\":\""u8.ToArray());
    private readonly TokenGap _next = new("},"u8.ToArray());
    private readonly TokenGap _end = new("}]"u8.ToArray());

    public ref struct Pair
    {
        public ReadOnlySpan<byte> Name;
        public ReadOnlySpan<byte> Value;
    }

    /// <summary>The object at the start of these bytes.</summary>
    /// <param name="length">Bytes up to the next object, or up to behind the end of the list.</param>
    /// <returns>False when it is no such object.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ReadOnlySpan<byte> bytes, out Pair pair, out int length, out bool isLast)
    {
        pair = default;
        isLast = false;
        length = _start.Length(bytes);
        if (length == 0 || !TryText(bytes, ref length, out pair.Name)) return false;
        var middle = _middle.Length(bytes[length..]);
        length += middle;
        if (middle == 0 || !TryText(bytes, ref length, out pair.Value)) return false;
        var behind = bytes[length..];
        if (_next.Length(behind) is > 0 and var next)
        {
            length += next;
            return true;
        }

        var end = _end.Length(behind);
        length += end;
        isLast = end > 0;
        return isLast;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryText(ReadOnlySpan<byte> bytes, scoped ref int at, out ReadOnlySpan<byte> text)
    {
        var start = at;
        while (true)
        {
            var end = bytes[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (end < 0) break;
            at += end;
            if (bytes[at] == '"')
            {
                text = bytes[start..at];
                at++;
                return true;
            }

            at += 2;
            if (at > bytes.Length) break;
        }

        text = default;
        return false;
    }
}
