using System.Collections;
using Microsoft.Win32.SafeHandles;
using Prober.Evidence.Har.Inputs;
using Prober.Evidence.Har.Streaming;

namespace Prober.Evidence.Har;

/// <summary>
/// The entries of a very large file, in time order: the first are held, of the others it is known where they stand, and each is read when it is
/// asked for. What is wrong inside an entry is found then. For one thread at a time.
/// </summary>
internal sealed class StoredEntries : IReadOnlyList<HarEntry>, IDisposable
{
    private readonly HarReadOptions _options;
    private readonly StringPool _pool;
    private readonly IReadOnlyList<HarEntry> _held;
    private readonly IReadOnlyList<EntryPlace> _places;
    private readonly int[]? _order;
    private readonly SafeFileHandle _file;
    private readonly HarEntryParser _parser;
    private byte[] _buffer = new byte[16 * 1024];

    /// <param name="options">With the file.</param>
    /// <param name="pool">What the first entries were read with.</param>
    /// <param name="held">The first entries of the file.</param>
    /// <param name="places">Those behind them.</param>
    public StoredEntries(HarReadOptions options, StringPool pool, IReadOnlyList<HarEntry> held, IReadOnlyList<EntryPlace> places)
    {
        // Only a whole recording can be replayed; what is judged login by login needs the headers that checks read.
        (_options, _pool, _held, _places) = (options with { WholeEntries = 0 }, pool, held, places);
        _order = TimeOrder();
        _file = File.OpenHandle(options.File!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, FileOptions.RandomAccess);
        _parser = new HarEntryParser(_options, new HarReadTally(), pool);
    }

    public int Count => _held.Count + _places.Count;

    /// <summary>True when they stand in the file in another order.</summary>
    public bool IsReordered => _order is not null;

    /// <exception cref="HarFormatException">It is not what an entry has to be.</exception>
    public HarEntry this[int index] => Read(index, index, _parser, out _);

    /// <inheritdoc cref="HarLog.Part"/>
    public HarLog Part(HarLog whole, IReadOnlyList<int> positions)
    {
        var tally = new HarReadTally();
        var parser = new HarEntryParser(_options, tally, _pool);
        var entries = new HarEntry[positions.Count];
        for (var index = 0; index < entries.Length; index++)
        {
            entries[index] = Read(positions[index], index, parser, out var isRepaired);
            tally.EncodingRepaired |= isRepaired;
        }

        return whole with { Entries = entries, Report = tally.AddedTo(whole.Report) };
    }

    public IEnumerator<HarEntry> GetEnumerator()
    {
        for (var index = 0; index < Count; index++) yield return this[index];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Dispose() => _file.Dispose();

    private HarEntry Read(int position, int index, HarEntryParser parser, out bool isRepaired)
    {
        isRepaired = false;
        var inFile = _order is null ? position : _order[position];
        if (inFile < _held.Count) return _held[inFile] is var held && held.Index == index ? held : held with { Index = index };
        var place = _places[inFile - _held.Count];
        parser.ContinueAt(index, place.StartedAt);
        try
        {
            var json = new JsonStreamReader(Window(place));
            var entry = parser.Read(json) ?? throw new HarFormatException("was changed while it was read");
            isRepaired = json.Repaired;
            return entry;
        }
        catch (HarFormatException broken)
        {
            throw AsReadWhole(broken);
        }
    }

    private ByteWindow Window(EntryPlace place)
    {
        if (place.Length > ByteWindow.DefaultChunk) return new ByteWindow(new FileSection(_file, place.Start, place.Length), ByteWindow.DefaultChunk, CancellationToken.None, start: place.Start);
        var length = (int)place.Length;
        if (_buffer.Length < length) _buffer = new byte[Math.Max(length, _buffer.Length * 2)];
        var read = 0;
        while (read < length && RandomAccess.Read(_file, _buffer.AsSpan(read, length - read), place.Start + read) is > 0 and var more) read += more;
        return new ByteWindow(_buffer, read, place.Start);
    }

    // The place is told by line and column of the file, which only a walk over the whole of it knows.
    private HarFormatException AsReadWhole(HarFormatException broken)
    {
        try
        {
            using var file = new FileStream(_options.File!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
            HarReader.Read(file, _options with { File = null, Bodies = BodyRetention.None });
            return broken.Of(Path.GetFileName(_options.File!));
        }
        catch (HarFormatException whole)
        {
            return whole.Of(Path.GetFileName(_options.File!));
        }
    }

    private int[]? TimeOrder()
    {
        var previous = DateTimeOffset.MinValue;
        for (var index = 0; index < Count; previous = StartedAt(index++))
        {
            if (StartedAt(index) < previous) return [.. Enumerable.Range(0, Count).OrderBy(StartedAt)];
        }

        return null;
    }

    private DateTimeOffset StartedAt(int inFile) => inFile < _held.Count ? _held[inFile].StartedAt : _places[inFile - _held.Count].StartedAt;
}
