namespace Prober.Providers;

/// <summary>Turns byte positions, asked for in rising order, into lines.</summary>
internal sealed class LineCounter(ReadOnlyMemory<byte> bytes)
{
    private int _at;
    private int _line = 1;

    public int Of(long position)
    {
        // A walk that was begun anew asks for an earlier place.
        if (position < _at) (_at, _line) = (0, 1);
        _line += bytes.Span[_at..(int)position].Count((byte)'\n');
        _at = (int)position;
        return _line;
    }
}
