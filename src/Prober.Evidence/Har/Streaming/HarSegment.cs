namespace Prober.Evidence.Har.Streaming;

/// <summary>A piece of a HAR as <see cref="HarEntrySplitter"/> cuts it.</summary>
/// <param name="Bytes">As they stand in the file; valid until the next piece is read.</param>
/// <param name="End">Byte of the file, from 0, behind the piece.</param>
public readonly record struct HarSegment(HarSegmentKind Kind, ReadOnlyMemory<byte> Bytes, long End);
