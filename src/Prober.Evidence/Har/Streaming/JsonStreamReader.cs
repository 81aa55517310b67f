using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Pulls JSON out of a stream member by member. Values that nobody asks for are passed over by a vectorised search for their end and are
/// never buffered, whatever their size. It checks the structure, not the inside of what it passes over; control characters and
/// unknown escapes in texts, comments and trailing commas are forgiven.
/// </summary>
internal sealed class JsonStreamReader(ByteWindow window)
{
    private const int LongestName = 64;

    private readonly byte[] _name = new byte[LongestName];
    private int _nameLength;
    private bool _first;

    /// <summary>Reads a value that is in memory whole.</summary>
    public static JsonStreamReader Of(byte[] value) => new(new ByteWindow(value, value.Length));

    public ByteWindow Window => window;

    /// <summary>True once a text was not valid UTF-8.</summary>
    public bool Repaired { get; private set; }

    /// <summary>The last member's name; empty for one that is longer than any name that HAR knows.</summary>
    public ReadOnlySpan<byte> Name => _name.AsSpan(0, _nameLength);

    public bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    /// <summary>The next significant byte, which stays unread.</summary>
    /// <exception cref="HarFormatException">The stream ends here.</exception>
    public byte Peek() => JsonGap.Peek(window);

    /// <summary>True when nothing follows but white space and the zero bytes that a broken copy fills a file with.</summary>
    public bool IsAtEnd() => JsonGap.IsAtEnd(window);

    /// <summary>Passes over the value, whatever it is.</summary>
    public void SkipValue() => JsonSkip.Value(window);

    /// <summary>Passes over a string from its opening quote on; returns the number of bytes between the quotes.</summary>
    public long SkipString() => JsonSkip.String(window);

    /// <summary>Passes over what is left of the object or the array that was entered last, and of those around it that are to be left too.</summary>
    public void SkipRest(int levels = 1)
    {
        JsonSkip.Rest(window, levels);
        _first = false;
    }

    /// <summary>Enters an object, when the next value is one.</summary>
    public bool BeginObject() => Begin((byte)'{');

    /// <summary>Enters an array, when the next value is one.</summary>
    public bool BeginArray() => Begin((byte)'[');

    /// <summary>Moves to the next member of the object and in front of its value; false behind the object's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool NextMember()
    {
        if (!Next((byte)'}')) return false;
        if (Peek() != '"') throw Unexpected("expected a member's name in double quotes");
        ReadName();
        if (Peek() != ':') throw Unexpected("expected a colon behind a member's name");
        window.Advance(1);
        return true;
    }

    /// <summary>Moves in front of the next element of the array; false behind the array's end.</summary>
    public bool NextElement() => Next((byte)']');

    /// <summary>The bytes between the quotes, when the value is a string; valid until the next call. Other values stay unread.</summary>
    public bool TryString(out ReadOnlySpan<byte> raw, out bool escaped) => TryString(int.MaxValue, out raw, out escaped);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool TryString(int longest, out ReadOnlySpan<byte> raw, out bool escaped)
    {
        raw = default;
        escaped = false;
        if (Peek() != '"') return false;
        window.Advance(1);
        var rest = window.Rest;
        var end = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (end >= 0 && rest[end] == '"')
        {
            raw = rest[..end];
            window.Advance(end + 1);
            return end <= longest;
        }

        escaped = true;
        return TryHeldString(longest, out raw);
    }

    /// <summary>As above for a string of at most so many bytes; a longer one is passed over without being held.</summary>
    public bool TryString(int longest, out ReadOnlySpan<byte> raw, out bool escaped, out long length)
    {
        if (TryString(longest, out raw, out escaped))
        {
            length = raw.Length;
            return true;
        }

        length = -1;
        return false;
    }

    /// <summary>The value's text; numbers and booleans as they stand; null for null, and for objects and arrays, which it passes over.</summary>
    public string? Text()
    {
        if (TryString(out var raw, out var escaped)) return Decode(raw, escaped);
        if (Peek() is (byte)'{' or (byte)'[')
        {
            SkipValue();
            return null;
        }

        var scalar = JsonSkip.Scalar(window);
        return scalar == "null" ? null : scalar;
    }

    /// <summary>As <see cref="Text"/>, for texts that occur again and again: one string stands for all that are equal.</summary>
    public string? PooledText(StringPool pool) =>
        TryString(out var raw, out _) ? Pooled(raw, pool) : Text();

    /// <summary>The text of the bytes between a string's quotes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public string Pooled(ReadOnlySpan<byte> raw, StringPool pool) => pool.Find(raw) ?? pool.Add(raw, Decode(raw, escaped: true));

    /// <summary>Passes over an element of an array that was read elsewhere, with the comma, or the array's end, behind it.</summary>
    public void PassElement(int length, bool isLast)
    {
        window.Advance(length);
        _first = !isLast;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double? Number()
    {
        if (Peek() is not ((byte)'"' or (byte)'{' or (byte)'[') && window.Rest.IndexOfAnyExcept(JsonSkip.ScalarBytes) is > 0 and <= JsonSkip.LongestScalar and var length)
        {
            var isNumber = double.TryParse(window.Rest[..length], CultureInfo.InvariantCulture, out var plain) && double.IsFinite(plain);
            window.Advance(length);
            return isNumber ? plain : null;
        }

        return double.TryParse(Text(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    public long? Integer() => Number() switch
    {
        null => null,
        >= long.MaxValue => long.MaxValue,
        <= long.MinValue => long.MinValue,
        { } number => (long)number,
    };

    /// <summary>The bytes of a value, whatever it is.</summary>
    public byte[] Copy()
    {
        var copy = new ArrayBufferWriter<byte>();
        Copy(copy);
        return copy.WrittenSpan.ToArray();
    }

    /// <summary>Copies the bytes of a value, whatever it is.</summary>
    public void Copy(IBufferWriter<byte> copy)
    {
        Peek();
        var isHeldAlready = window.IsHolding;
        if (!isHeldAlready) window.Hold();
        var start = window.Position;
        SkipValue();
        copy.Write(window.Since(start));
        if (!isHeldAlready) window.Release();
    }

    /// <summary>Decodes the bytes between a string's quotes and takes note of what had to be repaired.</summary>
    public string Decode(ReadOnlySpan<byte> raw, bool escaped)
    {
        Repaired |= !Utf8.IsValid(raw);
        return JsonText.Decode(raw, escaped);
    }

    /// <summary>Well-formed JSON that is no HAR.</summary>
    public HarFormatException Refused(string expected)
    {
        var (line, column) = window.Place;
        return new HarFormatException(expected, line, column, window.Position);
    }

    public HarFormatException Unexpected(string expected) => JsonFaults.Unexpected(window, expected);

    private bool Begin(byte bracket)
    {
        if (Peek() != bracket) return false;
        window.Advance(1);
        _first = true;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Next(byte close)
    {
        var next = Peek();
        if (next == ',' && !_first)
        {
            window.Advance(1);
            next = Peek();
        }
        else if (!_first && next != close) throw Unexpected(close == '}' ? "expected a comma or a closing brace" : "expected a comma or a closing bracket");

        _first = false;
        if (next != close) return true;
        window.Advance(1);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadName()
    {
        TryString(out var raw, out var escaped);
        if (escaped) raw = Encoding.UTF8.GetBytes(JsonText.Decode(raw, escaped));
        _nameLength = raw.Length <= LongestName ? raw.Length : 0;
        raw[.._nameLength].CopyTo(_name);
    }

    // The text behind a quote that is already passed, held together over as many chunks as it spans.
    private bool TryHeldString(int longest, out ReadOnlySpan<byte> raw)
    {
        var isHeldAlready = window.IsHolding;
        if (!isHeldAlready) window.Hold();
        var start = window.Position;
        while (true)
        {
            var rest = window.Rest;
            var end = rest.IndexOfAny((byte)'"', (byte)'\\');
            if (end >= 0 && rest[end] == '"')
            {
                window.Advance(end);
                raw = window.Since(start);
                if (!isHeldAlready) window.Release();
                window.Advance(1);
                return raw.Length <= longest;
            }

            window.Advance(end < 0 ? rest.Length : end);
            if (!isHeldAlready && window.Position - start > longest)
            {
                window.Release();
                JsonSkip.ToQuote(window);
                raw = default;
                return false;
            }

            if (end < 0 || rest.Length - end < 2)
            {
                if (!window.More()) throw JsonFaults.Ended(window);
            }
            else window.Advance(2);
        }
    }
}
