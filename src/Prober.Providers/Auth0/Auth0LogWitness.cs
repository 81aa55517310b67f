using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers.Auth0;

/// <summary>Reads the tenant's log (scope <c>read:logs</c>).</summary>
internal sealed class Auth0LogWitness(ManagementApi api) : IProviderLogWitness
{
    private readonly Auth0LogPages _pages = new(api);

    public Task<Captured<ProviderLog>> ReadAsync(LogQuestion question, CancellationToken cancellationToken) =>
        LogPolling.ReadAsync(question, token => LookAsync(question, token), api.Time, cancellationToken);

    private async Task<LogReading> LookAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        var (entries, last) = await _pages.ReadAsync(question, cancellationToken);
        if (entries.Count == 0 && last.Problem is { } refusal) return new() { Refusal = refusal };
        var (events, unread) = LogMapping.Read(entries, Auth0Event.Read);
        return new()
        {
            Events = [.. events.Where(entry => entry.At >= question.From && entry.At <= question.To)],
            Problems = [.. new[] { last.Problem, unread }.OfType<string>()],
        };
    }
}
