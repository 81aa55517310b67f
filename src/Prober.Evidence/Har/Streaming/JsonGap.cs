using System.Buffers;
using System.Runtime.CompilerServices;

namespace Prober.Evidence.Har.Streaming;

/// <summary>What may stand between two tokens of JSON: white space, and the comments that some recorders write.</summary>
internal static class JsonGap
{
    private static readonly SearchValues<byte> Space = SearchValues.Create(" \t\r\n"u8);

    /// <summary>The next significant byte, which stays unread.</summary>
    /// <exception cref="HarFormatException">The stream ends here.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static byte Peek(ByteWindow window)
    {
        while (TryPeek(window, out var next))
        {
            if (next != '/') return next;
            SkipComment(window);
        }

        throw JsonFaults.Ended(window);
    }

    /// <summary>True when nothing follows but white space and the zero bytes that a broken copy fills a file with.</summary>
    public static bool IsAtEnd(ByteWindow window)
    {
        while (TryPeek(window, out var next))
        {
            if (next == '/') SkipComment(window);
            else if (next == 0) window.Advance(1);
            else return false;
        }

        return true;
    }

    /// <summary>Passes over a comment from its slash on.</summary>
    public static void SkipComment(ByteWindow window)
    {
        if (window.Rest.Length < 2 && !window.More()) throw JsonFaults.Ended(window);
        var kind = window.Rest[1];
        if (kind is not ((byte)'/' or (byte)'*')) throw JsonFaults.Unexpected(window, "expected a value");
        window.Advance(2);
        var previous = (byte)0;
        while (true)
        {
            if (window.Rest.IsEmpty && !window.More())
            {
                if (kind == '/') return;
                throw JsonFaults.Ended(window);
            }

            var next = window.Rest[0];
            window.Advance(1);
            if (kind == '/' ? next is (byte)'\n' or (byte)'\r' : previous == '*' && next == '/') return;
            previous = next;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryPeek(ByteWindow window, out byte next)
    {
        while (true)
        {
            var rest = window.Rest;
            if (rest.Length > 0 && rest[0] > ' ')
            {
                next = rest[0];
                return true;
            }

            var at = rest.IndexOfAnyExcept(Space);
            if (at >= 0)
            {
                window.Advance(at);
                next = rest[at];
                return true;
            }

            window.Advance(rest.Length);
            next = 0;
            if (!window.More()) return false;
        }
    }
}
