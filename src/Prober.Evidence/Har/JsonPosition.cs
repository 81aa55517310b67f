namespace Prober.Evidence.Har;

/// <summary>Translates between byte positions and lines for messages.</summary>
internal static class JsonPosition
{
    /// <summary>First byte of a line that counts from 1.</summary>
    public static long OfLine(ReadOnlySpan<byte> text, long line)
    {
        var at = 0;
        for (var current = 1L; current < line; current++)
        {
            var next = text[at..].IndexOf((byte)'\n');
            if (next < 0) return at;
            at += next + 1;
        }

        return at;
    }

    /// <summary>Line and byte in it, both from 1, of a byte that counts from 0.</summary>
    public static (long Line, long Column) Of(ReadOnlySpan<byte> text, long position)
    {
        var before = text[..(int)Math.Min(position, text.Length)];
        return (before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }
}
