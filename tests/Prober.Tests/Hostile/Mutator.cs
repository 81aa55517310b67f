using System.Text;

namespace Prober.Tests.Hostile;

/// <summary>Breaks bytes in the ways that files are broken by accident or on purpose; the same seed breaks them the same way.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<byte[]> corpus)
{
    private static readonly byte[][] Extremes = [.. new[]
    {
        "1e400", "-0", "NaN", "99999999999999999999", "-1", "null", "[]", "{}", "\"\"", "true", "\\ud800", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        "<script>probe(1)</script>", "\u001b[31m", "\u202e", "javascript:alert(1)", "file:///", "http://[", "%zz", "../", "\r\n",
        new string('[', 200), string.Concat(Enumerable.Repeat("{\"a\":", 200)),
    }.Select(Encoding.UTF8.GetBytes), [0xFF, 0xFE], [0xC0, 0x80], [0xEF, 0xBB, 0xBF], []];

    // Not for security: a seed makes a failure come again.
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var broken = Any();
        for (var times = _random.Next(1, 5); times > 0; times--) broken = Break(broken);
        return broken;
    }

    private byte[] Break(byte[] bytes)
    {
        var at = _random.Next(bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + _random.Next(1, 60));
        switch (_random.Next(7))
        {
            case 0: return Flipped(bytes);
            case 1: return bytes[..at];
            case 2: return [.. bytes[..at], .. bytes[end..]];
            case 3: return [.. bytes[..end], .. bytes[at..]];
            case 4: return [.. bytes[..at], .. Extremes[_random.Next(Extremes.Length)], .. bytes[end..]];
            case 5: return Swapped(bytes);
            default:
                var other = Any();
                return [.. bytes[..at], .. other[_random.Next(other.Length)..]];
        }
    }

    // One JSON or YAML value for one of another type.
    private byte[] Swapped(byte[] bytes)
    {
        var start = bytes.AsSpan().IndexOf((byte)':') < 0 ? 0 : Array.IndexOf(bytes, (byte)':', _random.Next(bytes.Length));
        if (start < 0) return bytes;
        var length = bytes.AsSpan(start).IndexOfAny(",}\n"u8);
        return length < 1 ? bytes : [.. bytes[..(start + 1)], .. Extremes[_random.Next(Extremes.Length)], .. bytes[(start + length)..]];
    }

    private byte[] Flipped(byte[] bytes)
    {
        if (bytes.Length == 0) return bytes;
        byte[] copy = [.. bytes];
        copy[_random.Next(copy.Length)] ^= (byte)(1 << _random.Next(8));
        return copy;
    }

    private byte[] Any() => corpus[_random.Next(corpus.Count)];
}
