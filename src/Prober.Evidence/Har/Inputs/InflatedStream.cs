namespace Prober.Evidence.Har.Inputs;

/// <summary>Unpacked data that may not grow without end: a small archive can hold more than any disk.</summary>
/// <param name="source">Where it comes from; disposed with this.</param>
/// <param name="most">In bytes.</param>
/// <param name="owner">Disposed with this, too.</param>
/// <param name="before">Bytes that came out of the same archive before and count against <paramref name="most"/>.</param>
internal sealed class InflatedStream(Stream source, long most, IDisposable? owner = null, long before = 0) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        var count = source.Read(buffer);
        _read += count;
        return before + _read <= most ? count : throw new HarFormatException($"expected no more than {most} bytes of unpacked data");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
            owner?.Dispose();
        }

        base.Dispose(disposing);
    }
}
