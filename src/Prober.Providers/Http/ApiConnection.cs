namespace Prober.Providers;

/// <summary>What every management API is spoken to with.</summary>
/// <param name="Http">Sends requests.</param>
/// <param name="Time">Bounds all waiting.</param>
/// <param name="TokenSeen">Told of every token obtained.</param>
internal sealed record ApiConnection(HttpClient Http, TimeProvider Time, Action<string> TokenSeen);
