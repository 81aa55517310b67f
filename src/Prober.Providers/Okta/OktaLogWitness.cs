using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers.Okta;

/// <summary>Reads the system log; the next page is where the Link header says.</summary>
internal sealed class OktaLogWitness(ManagementApi api) : IProviderLogWitness
{
    private const string Name = "the system log";
    private const int MostPages = 50;

    public Task<Captured<ProviderLog>> ReadAsync(LogQuestion question, CancellationToken cancellationToken) =>
        LogPolling.ReadAsync(question, token => LookAsync(question, token), api.Time, cancellationToken);

    private async Task<LogReading> LookAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        List<JsonObject> entries = [];
        List<string> problems = [];
        var answer = await api.GetAsync(OktaPaths.Logs(question), Name, cancellationToken);
        if (answer.Problem is { } refusal) return new() { Refusal = refusal };
        for (var page = 1; ; page++)
        {
            var found = answer.Body.Objects().ToList();
            entries.AddRange(found);
            // A bounded search ends without a next link; some answers carry one that leads to an empty page.
            if (answer.Next is not { } next || found.Count == 0) break;
            answer = page < MostPages ? await api.GetAsync(next, Name, cancellationToken) : ApiAnswer.Failed("more was logged in the time of the run than could be read");
            if (answer.Problem is not { } problem) continue;
            problems.Add(problem);
            break;
        }

        var (events, unread) = LogMapping.Read(entries, OktaRecords.Event);
        return new() { Events = events, Problems = [.. problems, .. unread is null ? (string[])[] : [unread]] };
    }
}
