namespace Prober.Checklist.Facts.Witnesses;

/// <summary>The codes of one kind of provider.</summary>
/// <param name="Kind">As in a scenario's <c>provider.kind</c>.</param>
/// <param name="ServersAskedAt">Who has the logs of its servers, where customers do not; null for software that people run themselves.</param>
/// <param name="Codes">Rows with an outcome or a hint stand before those without.</param>
internal sealed record ProviderLogCodes(string Kind, string? ServersAskedAt, IReadOnlyList<LogCode> Codes);
