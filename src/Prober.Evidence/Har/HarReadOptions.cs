namespace Prober.Evidence.Har;

/// <summary>How a HAR is read.</summary>
public sealed record HarReadOptions
{
    public static HarReadOptions Default { get; } = new();

    /// <summary>For whoever goes over a recording login by login, and holds one at a time.</summary>
    public static HarReadOptions LoginByLogin { get; } = new() { HeldEntries = 2_000 };

    public BodyRetention Bodies { get; init; } = BodyRetention.Evidence;

    /// <summary>Finds a body that the recorder put beside the HAR (Playwright's <c>_file</c>) by its name; null, or a null answer, when it is not there. Of one longer than
    /// <see cref="LongestBody"/> a little more than that is enough.</summary>
    public Func<string, ReadOnlyMemory<byte>?>? Attachment { get; init; }

    /// <summary>Bodies longer than this, in bytes of the file, are left out and counted: no login page or token response comes near it.</summary>
    public int LongestBody { get; init; } = 64 * 1024 * 1024;

    /// <summary>More entries than this are refused: they would not fit into memory.</summary>
    public int MostEntries { get; init; } = 1_000_000;

    /// <summary>From this entry on, the static files of a page keep only the headers that a check reads: the recording of one login has fewer entries.</summary>
    public int WholeEntries { get; init; } = 5_000;

    /// <summary>Of a plain file that has very many more entries than these, the others stay in the file, and each is read when it is asked for; null to hold all.</summary>
    public int? HeldEntries { get; init; }

    /// <summary>The file that is read, as <see cref="HeldEntries"/> needs it; null where there is none.</summary>
    internal string? File { get; init; }

    /// <summary>More unpacked bytes than this in one file of an archive are refused.</summary>
    public long MostUnpackedBytes { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>Bytes read at once.</summary>
    public int ChunkSize { get; init; } = Streaming.ByteWindow.DefaultChunk;
}
