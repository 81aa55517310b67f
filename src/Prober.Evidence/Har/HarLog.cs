namespace Prober.Evidence.Har;

/// <summary>
/// An HTTP archive after normalisation: entries in time order, header names in lower case, redirects with their fragment,
/// failures of every recorder in one form. See http://www.softwareishard.com/blog/har-12-spec/.
/// </summary>
public sealed record HarLog
{
    /// <summary>The tool that recorded, for instance <c>Playwright</c>, <c>WebInspector</c> (Chrome) or <c>Firefox</c>.</summary>
    public required string Creator { get; init; }

    public string? CreatorVersion { get; init; }

    public string? Browser { get; init; }

    public required IReadOnlyList<HarEntry> Entries { get; init; }

    /// <summary>What the reader repaired or left out when this log was first read.</summary>
    public HarReadReport Report { get; init; } = HarReadReport.Clean;

    /// <summary>Of a sanitized copy: what it says of signatures that its original had, by what stands in the signature's place (<see cref="SignatureNote"/>).</summary>
    public IReadOnlyDictionary<string, SignatureNote> SignatureNotes { get; init; } = NoSignatureNotes;

    /// <summary>Some of its entries, numbered anew from 0. Of those that stayed in their file the report counts only what these had.</summary>
    /// <param name="positions">In <see cref="Entries"/>.</param>
    /// <exception cref="HarFormatException">One that stayed in its file cannot be read.</exception>
    public HarLog Part(IReadOnlyList<int> positions)
    {
        ArgumentNullException.ThrowIfNull(positions);
        if (Entries is StoredEntries stored) return stored.Part(this, positions);
        return this with { Entries = [.. positions.Select((position, index) => Entries[position] is var entry && entry.Index == index ? entry : entry with { Index = index })] };
    }

    internal static IReadOnlyDictionary<string, SignatureNote> NoSignatureNotes { get; } = new Dictionary<string, SignatureNote>();
}
