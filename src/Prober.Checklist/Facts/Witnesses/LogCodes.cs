using Prober.Evidence.Provider.Log;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>The codes of the providers' logs (<c>Data/log-codes.json</c>). A code that is in no table is unknown, never a guess by its first letter.</summary>
internal sealed record LogCodes(IReadOnlyList<ProviderLogCodes> Providers)
{
    public static LogCodes Default { get; } = EmbeddedData.Read<LogCodes>("log-codes.json");

    /// <summary>The first row that fits, of the provider's own kind first; null for an unknown code.</summary>
    public LogCode? Find(string kind, ProviderLogEvent entry) => Providers
        .OrderByDescending(provider => provider.Kind == kind)
        .SelectMany(provider => provider.Codes)
        .FirstOrDefault(row => row.Codes.Contains(entry.Code, StringComparer.Ordinal)
            && (row.Outcome is null || row.Outcome.Matches(entry.Outcome))
            && (row.Hint is null || row.Hint.Matches(entry.Description) || row.Hint.Matches(entry.Outcome) || row.Hint.Matches(entry.Details?.ToJsonString())));

    /// <summary>Who has the logs of the servers, when customers do not get them.</summary>
    public string? ServersAskedAt(string kind) => Providers.FirstOrDefault(provider => provider.Kind == kind)?.ServersAskedAt;
}
