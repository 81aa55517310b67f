namespace Prober.Evidence.Har.Inputs;

/// <summary>How far the reading of a file has come, in bytes of the file as it lies there; the total is unknown for standard input.</summary>
public readonly record struct HarReadProgress(long BytesRead, long? BytesTotal);
