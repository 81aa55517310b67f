namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// A window that slides over a stream: bytes that were passed are forgotten, except from a held place on. What it holds is its buffer and
/// the longest value that somebody holds.
/// </summary>
/// <param name="longest">Bytes of the longest value that may be held: a small archive can hold one that fills the memory.</param>
/// <param name="start">Byte of the file at which the stream begins.</param>
internal sealed class ByteWindow(Stream stream, int chunk, CancellationToken cancellationToken, int longest = ByteWindow.LongestHeld, long start = 0)
{
    public const int LongestHeld = 512 * 1024 * 1024;

    /// <summary>Bytes asked for at once: large enough that a read costs nothing beside the search in it.</summary>
    public const int DefaultChunk = 128 * 1024;

    private byte[] _buffer = new byte[Math.Max(chunk, 16)];
    private int _at;
    private int _end;
    private int _held = -1;
    private long _start = start;
    private long _lines;
    private long _lineStart;

    /// <summary>A window on bytes that are in memory already, and are not written to.</summary>
    public ByteWindow(byte[] value, int length, long start = 0)
        : this(Stream.Null, 0, CancellationToken.None, start: start) => (_buffer, _end) = (value, length);

    public ReadOnlySpan<byte> Rest => _buffer.AsSpan(_at, _end - _at);

    /// <summary>Byte of the stream, from 0, on which the window stands.</summary>
    public long Position => _start + _at;

    /// <summary>Line and byte in it, both from 1, of the place on which the window stands.</summary>
    public (long Line, long Column) Place
    {
        get
        {
            var passed = _buffer.AsSpan(0, _at);
            var last = passed.LastIndexOf((byte)'\n');
            return (_lines + passed.Count((byte)'\n') + 1, last < 0 ? Position - _lineStart + 1 : _at - last);
        }
    }

    public void Advance(int count) => _at += count;

    /// <summary>Keeps everything from here on until <see cref="Release"/>.</summary>
    public void Hold() => _held = _at;

    /// <summary>What was passed since <see cref="Hold"/>; valid until the next call of <see cref="More"/>.</summary>
    public ReadOnlyMemory<byte> Held => _buffer.AsMemory(_held, _at - _held);

    /// <summary>What was passed since a position that is still held.</summary>
    public ReadOnlySpan<byte> Since(long position) => _buffer.AsSpan((int)(position - _start), (int)(Position - position));

    public bool IsHolding => _held >= 0;

    public void Release() => _held = -1;

    /// <summary>Brings further bytes behind the rest; false at the end of the stream.</summary>
    public bool More()
    {
        cancellationToken.ThrowIfCancellationRequested();
        MakeRoom();
        var read = stream.Read(_buffer, _end, Math.Min(_buffer.Length - _end, Math.Max(chunk, 1)));
        _end += read;
        return read > 0;
    }

    /// <summary>Bytes that were passed already, from the stream itself; null when it cannot go back.</summary>
    public byte[]? ReadAgain(long position, int count)
    {
        if (!stream.CanSeek) return null;
        var here = stream.Position;
        var bytes = new byte[count];
        stream.Position = here - (_start + _end) + position;
        stream.ReadExactly(bytes);
        stream.Position = here;
        return bytes;
    }

    private void MakeRoom()
    {
        var keep = _held >= 0 ? _held : _at;
        if (keep > 0) Forget(keep);
        if (_end < _buffer.Length) return;
        if (_buffer.Length >= longest) throw TooLong();
        Array.Resize(ref _buffer, (int)Math.Min(longest, _buffer.Length * 2L));
    }

    private HarFormatException TooLong()
    {
        var (line, column) = Place;
        return new HarFormatException($"expected no value, and no entry, longer than {longest} bytes", line, column, Position);
    }

    private void Forget(int count)
    {
        var passed = _buffer.AsSpan(0, count);
        _lines += passed.Count((byte)'\n');
        if (passed.LastIndexOf((byte)'\n') is >= 0 and var last) _lineStart = _start + last + 1;
        Shrink(count);
        _start += count;
        _at -= count;
        _end -= count;
        if (_held >= 0) _held -= count;
    }

    // A buffer that once grew for a long value goes back to its size.
    private void Shrink(int count)
    {
        var target = _buffer.Length > 8 * Math.Max(chunk, 16) && _end - count <= Math.Max(chunk, 16) ? new byte[2 * Math.Max(chunk, 16)] : _buffer;
        _buffer.AsSpan(count, _end - count).CopyTo(target);
        _buffer = target;
    }
}
