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

    /// <summary>What was counted before, and what is counted here.</summary>
    public HarReadReport AddedTo(HarReadReport before) => new()
    {
        Reordered = before.Reordered || Reordered,
        EncodingRepaired = before.EncodingRepaired || EncodingRepaired,
        SkippedEntries = before.SkippedEntries + SkippedEntries,
        UndatedEntries = before.UndatedEntries + UndatedEntries,
        DroppedBodies = before.DroppedBodies + DroppedBodies,
        UndecodableBodies = before.UndecodableBodies + UndecodableBodies,
        MissingAttachments = before.MissingAttachments + MissingAttachments,
        CookiesFromFields = before.CookiesFromFields + CookiesFromFields,
        SkippedHeaders = before.SkippedHeaders + SkippedHeaders,
        Truncated = before.Truncated || Truncated,
        OversizedBodies = before.OversizedBodies + OversizedBodies,
        Sanitized = before.Sanitized || Sanitized,
    };

    public HarReadReport ToReport() => AddedTo(HarReadReport.Clean);
}
