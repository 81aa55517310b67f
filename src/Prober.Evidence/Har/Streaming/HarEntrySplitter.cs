namespace Prober.Evidence.Har.Streaming;

/// <summary>
/// Cuts a HAR, or a SAML-tracer export, into the bytes before its first entry, each whole entry, the bytes between entries, and those after the last: put together
/// again they are the file. Holds no more than one entry (or one piece of the rest) at a time. UTF-8 input.
/// </summary>
public sealed class HarEntrySplitter
{
    private readonly ByteWindow _window;
    private readonly JsonStreamReader _json;
    private readonly IEnumerator<HarSegment> _segments;

    /// <param name="stream">Not closed. UTF-8, with or without a byte order mark.</param>
    /// <param name="chunkSize">Bytes read at once.</param>
    /// <param name="start">Byte of the file at which the stream begins.</param>
    public HarEntrySplitter(Stream stream, CancellationToken cancellationToken, int chunkSize = ByteWindow.DefaultChunk, long start = 0)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _window = new ByteWindow(stream, chunkSize, cancellationToken, start: start);
        _json = new JsonStreamReader(_window);
        _segments = Split().GetEnumerator();
    }

    /// <summary>True once a list of entries was met.</summary>
    public bool HasEntries { get; private set; }

    /// <summary>The next piece, valid until the next call; null behind the last.</summary>
    /// <exception cref="HarFormatException">The file is no HAR, with the place.</exception>
    public HarSegment? Read() => _segments.MoveNext() ? _segments.Current : null;

    private IEnumerable<HarSegment> Split()
    {
        _window.Hold();
        SkipByteOrderMark();
        if (!_json.BeginObject()) throw _json.Refused("expected an object with a member \"log\"");
        while (_json.NextMember())
        {
            if (_json.Is("requests"u8) && !HasEntries && _json.Peek() == '[' && _json.BeginArray())
            {
                foreach (var segment in SplitEntries()) yield return segment;
                continue;
            }

            if (!_json.Is("log"u8) || !_json.BeginObject())
            {
                _json.SkipValue();
                continue;
            }

            while (_json.NextMember())
            {
                if (_json.Is("entries"u8) && _json.BeginArray())
                {
                    foreach (var segment in SplitEntries()) yield return segment;
                }
                else _json.SkipValue();
            }
        }

        while (_window.Rest.Length > 0 || _window.More()) _window.Advance(_window.Rest.Length);
        yield return Take(HarSegmentKind.Rest);
        _window.Release();
    }

    private IEnumerable<HarSegment> SplitEntries()
    {
        HasEntries = true;
        while (_json.NextElement())
        {
            _json.Peek();
            yield return Take(HarSegmentKind.Rest);
            _window.Hold();
            _json.SkipValue();
            yield return Take(HarSegmentKind.Entry);
            _window.Hold();
        }
    }

    private HarSegment Take(HarSegmentKind kind) => new(kind, _window.Held, _window.Position);

    private void SkipByteOrderMark()
    {
        while (_window.Rest.Length < 3 && _window.More())
        {
        }

        if (_window.Rest.StartsWith("\uFEFF"u8)) _window.Advance(3);
    }
}
