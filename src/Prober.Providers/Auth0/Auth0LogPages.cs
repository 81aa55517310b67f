using System.Text.Json.Nodes;

namespace Prober.Providers.Auth0;

/// <summary>
/// Reads raw log entries page by page: by search, which shows the first thousand, and from there on by checkpoint, which goes on from
/// one entry's id to whatever was logged after it.
/// </summary>
internal sealed class Auth0LogPages(ManagementApi api)
{
    /// <value>The most that Auth0 gives at once.</value>
    public const int PageSize = 100;

    /// <value>Pages a search shows: 1,000 entries.</value>
    public const int SearchablePages = 10;

    /// <value>Beyond this a tenant is too busy to be read whole for one run.</value>
    private const int MostCheckpoints = 50;

    private const string Name = "the log";

    /// <summary>The entries that fit, in time order, and what kept them from being all.</summary>
    public async Task<(IReadOnlyList<JsonObject> Entries, ApiAnswer Last)> ReadAsync(LogQuestion question, CancellationToken cancellationToken)
    {
        List<JsonObject> entries = [];
        for (var page = 0; page < SearchablePages; page++)
        {
            var answer = await api.GetAsync(Auth0Paths.Logs(Auth0Query.Of(question), page), Name, cancellationToken);
            if (answer.Problem is not null) return (entries, answer);
            var found = EntriesOf(answer.Body);
            entries.AddRange(found);
            if (found.Count < PageSize) return (entries, answer);
        }

        return (entries, await GoOnAsync(entries, question, cancellationToken));
    }

    private async Task<ApiAnswer> GoOnAsync(List<JsonObject> entries, LogQuestion question, CancellationToken cancellationToken)
    {
        for (var step = 0; step < MostCheckpoints && entries[^1].FirstText("log_id", "_id") is { } last; step++)
        {
            var answer = await api.GetAsync(Auth0Paths.LogsAfter(last), Name, cancellationToken);
            if (answer.Problem is not null) return answer;
            var found = EntriesOf(answer.Body);
            entries.AddRange(found);
            if (found.Count < PageSize || found[^1].Instant("date") > question.To) return answer;
        }

        return ApiAnswer.Failed("more was logged in the time of the run than could be read");
    }

    // With include_totals the entries stand in a member; without they are the answer.
    private static List<JsonObject> EntriesOf(JsonNode? body) => [.. (body is JsonObject json ? json["logs"] : body).Objects()];
}
