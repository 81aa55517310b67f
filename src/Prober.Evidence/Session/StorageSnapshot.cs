namespace Prober.Evidence.Session;

/// <summary>Web storage of one origin at a named moment; values are fingerprints in a stored bundle.</summary>
public sealed record StorageSnapshot(
    string Moment,
    DateTimeOffset At,
    string Origin,
    IReadOnlyDictionary<string, string> LocalStorage,
    IReadOnlyDictionary<string, string> SessionStorage);
