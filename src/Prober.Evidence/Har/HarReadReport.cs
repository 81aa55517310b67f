namespace Prober.Evidence.Har;

/// <summary>What a reader had to repair, skip or leave out: the ground on which a reader of the report can trust the file.</summary>
public sealed record HarReadReport
{
    public static HarReadReport Clean { get; } = new();

    /// <summary>True when the entries were not in time order.</summary>
    public bool Reordered { get; init; }

    /// <summary>True when the file was not valid UTF-8 and broken characters were replaced.</summary>
    public bool EncodingRepaired { get; init; }

    /// <summary>Entries left out because they had no request URL.</summary>
    public int SkippedEntries { get; init; }

    /// <summary>Entries without a readable start time; they take the time of the entry before them.</summary>
    public int UndatedEntries { get; init; }

    /// <summary>Bodies that were in the file and that <see cref="BodyRetention"/> did not keep.</summary>
    public int DroppedBodies { get; init; }

    /// <summary>Textual bodies that could not be decoded (broken base64, compressed, another character set).</summary>
    public int UndecodableBodies { get; init; }

    /// <summary>Bodies that the recorder put into a file of their own which was not to be had.</summary>
    public int MissingAttachments { get; init; }

    /// <summary>Exchanges whose cookies came from the <c>cookies</c> field because the header was gone.</summary>
    public int CookiesFromFields { get; init; }

    /// <summary>Headers without a name.</summary>
    public int SkippedHeaders { get; init; }

    /// <summary>True when the file ends in the middle: the entries before the cut were read.</summary>
    public bool Truncated { get; init; }

    /// <summary>Bodies that a check might have read and that were longer than <see cref="HarReadOptions.LongestBody"/>.</summary>
    public int OversizedBodies { get; init; }

    /// <summary>True for a copy that <c>prober sanitize</c> made: its values are stand-ins, equal where the values were equal, and no signature fits them.</summary>
    public bool Sanitized { get; init; }
}
