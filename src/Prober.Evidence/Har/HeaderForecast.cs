using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Prober.Evidence.Har;

/// <summary>
/// Foretells the next header of a list by what stood behind the same name in earlier lists, white space included: one comparison takes
/// the place of taking it apart. A recorder writes the lists of a file much alike. Of bounded size; it starts anew when it is full.
/// </summary>
internal sealed class HeaderForecast
{
    private const int MostNames = 512;

    // Bytes; a longer header seldom comes twice, and would be copied each time.
    private const int Longest = 1024;

    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);
    private Place _start = new("");
    private Place _at;

    public HeaderForecast() => _at = _start;

    /// <summary>Begins a list.</summary>
    public void Begin() => _at = _start;

    /// <summary>True when a foretold header stands at the start of these bytes.</summary>
    /// <param name="length">Bytes up to the next header, or up to behind the end of the list.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryNext(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out HarHeader? header, out int length, out bool isLast)
    {
        var place = _at.Likely;
        var spelling = place?.Find(bytes);
        if (spelling is null)
        {
            place = _at.Other;
            spelling = place?.Find(bytes);
        }

        if (spelling is null)
        {
            (header, length, isLast) = (null, 0, false);
            return false;
        }

        _at = place!;
        (header, length, isLast) = (spelling.Header!, spelling.Length, spelling.IsLast);
        return true;
    }

    /// <summary>Takes note of a header that was not foretold.</summary>
    /// <param name="raw">As it stands in the file, from the end of the header before up to the next.</param>
    /// <param name="header">What it reads as; null when that is not one header, or not known yet.</param>
    public void Learn(ReadOnlySpan<byte> raw, string name, HarHeader? header, bool isLast)
    {
        if (_at.Likely?.Name == name) _at = _at.Likely;
        else if (_at.Other?.Name == name) _at = _at.Other;
        else
        {
            var place = PlaceOf(name);
            (_at.Likely, _at.Other) = (place, _at.Likely);
            _at = place;
        }

        if (header is not null && raw.Length <= Longest) _at.Set(raw, header, isLast);
    }

    private Place PlaceOf(string name)
    {
        if (_places.TryGetValue(name, out var place)) return place;
        if (_places.Count >= MostNames)
        {
            _places.Clear();
            _start = new Place("");
        }

        return _places[name] = new Place(name);
    }

    /// <summary>A name, the two values that it had last, and the two names that stood behind it last.</summary>
    private sealed class Place(string name)
    {
        private Spelling _newer = new();
        private Spelling _older = new();

        public string Name { get; } = name;

        public Place? Likely { get; set; }

        public Place? Other { get; set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Spelling? Find(ReadOnlySpan<byte> bytes) => _newer.Stands(bytes) ? _newer : _older.Stands(bytes) ? _older : null;

        public void Set(ReadOnlySpan<byte> raw, HarHeader header, bool isLast)
        {
            (_newer, _older) = (_older, _newer);
            _newer.Set(raw, header, isLast);
        }
    }

    /// <summary>A header as it stood in the file.</summary>
    private sealed class Spelling
    {
        private byte[] _raw = [];

        public HarHeader? Header { get; private set; }

        public int Length { get; private set; }

        public bool IsLast { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Stands(ReadOnlySpan<byte> bytes) => Header is not null && bytes.StartsWith(_raw.AsSpan(0, Length));

        public void Set(ReadOnlySpan<byte> raw, HarHeader header, bool isLast)
        {
            (Header, Length, IsLast) = (header, raw.Length, isLast);
            if (_raw.Length < raw.Length) _raw = new byte[raw.Length + (raw.Length / 4)];
            raw.CopyTo(_raw);
        }
    }
}
