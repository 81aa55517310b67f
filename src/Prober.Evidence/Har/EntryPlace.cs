namespace Prober.Evidence.Har;

/// <summary>Where an entry stands in its file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="Length">Bytes.</param>
/// <param name="StartedAt">Its time, that of the entry before it where it bears none.</param>
internal readonly record struct EntryPlace(long Start, long Length, DateTimeOffset StartedAt);
