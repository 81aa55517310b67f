namespace Prober.Evidence.Har.Inputs;

/// <summary>A source that tells how far it was read and stops at once when the reading is cancelled.</summary>
internal sealed class ObservedStream(Stream source, IProgress<HarReadProgress>? progress, CancellationToken cancellationToken) : Stream
{
    private const long Step = 4 * 1024 * 1024;

    private readonly long? _total = source.CanSeek ? source.Length : null;
    private long _read;
    private long _reported;

    public override bool CanRead => true;

    public override bool CanSeek => source.CanSeek;

    public override bool CanWrite => false;

    public override long Length => source.Length;

    public override long Position { get => source.Position; set => source.Position = value; }

    public override int Read(Span<byte> buffer)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = source.Read(buffer);
        _read += count;
        if (_read - _reported >= Step || (count == 0 && _read > _reported))
        {
            _reported = _read;
            progress?.Report(new(_read, _total));
        }

        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => source.Seek(offset, origin);

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
