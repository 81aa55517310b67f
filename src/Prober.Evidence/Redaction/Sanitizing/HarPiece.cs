namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>A part of a HAR file: one entry, or what stands before, between and behind the entries.</summary>
internal readonly record struct HarPiece(bool IsEntry, ReadOnlyMemory<byte> Bytes);
