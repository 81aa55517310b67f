namespace Prober.Evidence.Redaction;

/// <summary>A secret in something written. Says where and what kind, never the value.</summary>
public sealed record AuditHit
{
    /// <summary>Path relative to the folder that was audited.</summary>
    public required string File { get; init; }

    /// <summary>Name of the packed file in it; null when the hit is in the file itself.</summary>
    public string? Member { get; init; }

    public required SecretKind Kind { get; init; }

    /// <summary>In which disguise.</summary>
    public required SecretEncoding Encoding { get; init; }

    /// <summary>Byte within the file, or within the unpacked member.</summary>
    public required long Offset { get; init; }

    public override string ToString() => $"{Kind} ({Encoding}) in {File}{(Member is null ? "" : $", member {Member}")}, byte {Offset}";
}
