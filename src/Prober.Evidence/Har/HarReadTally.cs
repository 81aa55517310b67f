namespace Prober.Evidence.Har;

/// <summary>Counts while a HAR is read; becomes a <see cref="HarReadReport"/>.</summary>
internal sealed class HarReadTally
{
    public bool Reordered { get; set; }

    public bool EncodingRepaired { get; set; }

    public int SkippedEntries { get; set; }

    public int UndatedEntries { get; set; }

    public int DroppedBodies { get; set; }

    public int UndecodableBodies { get; set; }

    public int MissingAttachments { get; set; }

    public int CookiesFromFields { get; set; }

    public int SkippedHeaders { get; set; }

    public bool Truncated { get; set; }

    public int OversizedBodies { get; set; }

    public bool Sanitized { get; set; }

    public HarReadReport ToReport() => new()
    {
        Reordered = Reordered,
        EncodingRepaired = EncodingRepaired,
        SkippedEntries = SkippedEntries,
        UndatedEntries = UndatedEntries,
        DroppedBodies = DroppedBodies,
        UndecodableBodies = UndecodableBodies,
        MissingAttachments = MissingAttachments,
        CookiesFromFields = CookiesFromFields,
        SkippedHeaders = SkippedHeaders,
        Truncated = Truncated,
        OversizedBodies = OversizedBodies,
        Sanitized = Sanitized,
    };
}
