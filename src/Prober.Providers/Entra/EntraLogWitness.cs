using System.Text.Json.Nodes;
using Prober.Evidence;
using Prober.Evidence.Provider.Log;

namespace Prober.Providers.Entra;

/// <summary>Reads the sign-in log, which lags behind by minutes; the next page is where <c>@odata.nextLink</c> says.</summary>
internal sealed class EntraLogWitness(ManagementApi api) : IProviderLogWitness
{
    private const string Name = "the sign-in log";
    private const int MostPages = 50;

    public Task<Captured<ProviderLog>> ReadAsync(LogQuestion question, CancellationToken cancellationToken) =>
        LogPolling.ReadAsync(question, token => LookAsync(question, token), api.Time, cancellationToken);

    private async Task<LogReading> LookAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        List<JsonObject> entries = [];
        List<string> problems = [];
        var answer = await api.GetAsync(EntraPaths.SignIns(question), Name, cancellationToken);
        if (answer.Problem is { } refusal) return new() { Refusal = refusal };
        for (var page = 1; ; page++)
        {
            var body = answer.Body as JsonObject;
            entries.AddRange(body?["value"].Objects() ?? []);
            if (!Uri.TryCreate(body?.Text("@odata.nextLink"), UriKind.Absolute, out var next)) break;
            answer = page < MostPages ? await api.GetAsync(next, Name, cancellationToken) : ApiAnswer.Failed("more was logged in the time of the run than could be read");
            if (answer.Problem is not { } problem) continue;
            problems.Add(problem);
            break;
        }

        var (events, unread) = LogMapping.Read(entries, EntraRecords.SignIn);
        return new() { Events = events, Problems = [.. problems, .. unread is null ? (string[])[] : [unread]] };
    }
}
