namespace Prober.Evidence.Har.Streaming;

/// <summary>What a window has not passed yet, as a stream.</summary>
internal sealed class RestOfWindow(ByteWindow window) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => window.Position; set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (window.Rest.IsEmpty && !window.More()) return 0;
        var count = Math.Min(buffer.Length, window.Rest.Length);
        window.Rest[..count].CopyTo(buffer);
        window.Advance(count);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
