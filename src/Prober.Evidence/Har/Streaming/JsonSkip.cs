using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Prober.Evidence.Har.Streaming;

/// <summary>Passes over values by a vectorised search for their end, without holding them.</summary>
internal static class JsonSkip
{
    /// <value>Bytes; no number or literal that means something is longer.</value>
    public const int LongestScalar = 64;

    /// <summary>What numbers and literals are written with.</summary>
    public static readonly SearchValues<byte> ScalarBytes = SearchValues.Create("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <summary>Passes over the value, whatever it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Value(ByteWindow window)
    {
        switch (JsonGap.Peek(window))
        {
            case (byte)'"':
                String(window);
                break;
            case (byte)'{' or (byte)'[':
                Container(window, depth: 0);
                break;
            default:
                PassScalar(window, beginning: null);
                break;
        }
    }

    /// <summary>Passes over the rest of so many nested objects or arrays whose opening brackets are passed, their closing brackets included.</summary>
    public static void Rest(ByteWindow window, int levels) => Container(window, depth: levels);

    /// <summary>Passes over a string from its opening quote on; returns the number of bytes between the quotes.</summary>
    public static long String(ByteWindow window)
    {
        var start = window.Position + 1;
        window.Advance(1);
        ToQuote(window);
        return window.Position - 1 - start;
    }

    /// <summary>Passes over the rest of a string, its closing quote included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ToQuote(ByteWindow window)
    {
        var scan = new StringScan();
        while (true)
        {
            var end = scan.IndexOfEnd(window.Rest);
            window.Advance(end < 0 ? window.Rest.Length : end + 1);
            if (end >= 0) return;
            if (!window.More()) throw JsonFaults.Ended(window);
        }
    }

    /// <summary>Passes over a number or a literal and returns it; of one longer than any that means something the beginning.</summary>
    public static string Scalar(ByteWindow window)
    {
        if (window.Rest.IndexOfAnyExcept(ScalarBytes) is > 0 and <= LongestScalar and var length)
        {
            var text = Encoding.ASCII.GetString(window.Rest[..length]);
            window.Advance(length);
            return text;
        }

        // It spans two chunks, or is longer than any that means something: only its beginning is kept.
        var start = new StringBuilder();
        PassScalar(window, start);
        return start.ToString();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PassScalar(ByteWindow window, StringBuilder? beginning)
    {
        var start = window.Position;
        while (true)
        {
            var rest = window.Rest;
            var end = rest.IndexOfAnyExcept(ScalarBytes);
            var part = end < 0 ? rest : rest[..end];
            if (beginning?.Length < LongestScalar) beginning.Append(Encoding.ASCII.GetString(part[..Math.Min(part.Length, LongestScalar)]));
            window.Advance(part.Length);
            if (end >= 0) break;
            if (!window.More()) throw JsonFaults.Ended(window);
        }

        if (window.Position == start) throw JsonFaults.Unexpected(window, "expected a value");
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Container(ByteWindow window, int depth)
    {
        var scan = new ContainerScan(depth);
        while (true)
        {
            var end = scan.IndexBehindEnd(window.Rest, out var comment);
            window.Advance(end >= 0 ? end : comment >= 0 ? comment : window.Rest.Length);
            if (end >= 0) return;
            if (comment >= 0) JsonGap.SkipComment(window);
            else if (!window.More()) throw JsonFaults.Ended(window);
        }
    }
}
