using Dapper;

namespace Prober.Monitor.Store;

/// <summary>What the runs of one scenario come to over a while: asked by pages that people look at.</summary>
public sealed class RunHistory(MonitorDatabase database)
{
    private const string Passed = "r.scenario = @scenario AND r.started_at >= @since AND r.state = 'Completed' AND p.verdict IN ('pass', 'warn')";

    static RunHistory() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>Runs of a scenario, latest first, from behind a run on.</summary>
    /// <param name="scenario">Its name.</param>
    /// <param name="failedOnly">Leaves out those that passed, and those that still wait or run.</param>
    /// <param name="before">Id of the last run of the page before; null for the first page.</param>
    /// <param name="count">Runs on a page.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<RunPage> PageAsync(string scenario, bool failedOnly, string? before, int count, CancellationToken cancellationToken)
    {
        var sql =
            $"""
            SELECT * FROM monitor_runs r WHERE scenario = @scenario
            {(failedOnly ? "AND state NOT IN ('Waiting', 'Running') AND NOT (state = 'Completed' AND COALESCE(verdict, '') IN ('pass', 'warn'))" : "")}
            {(before is null ? "" : "AND EXISTS (SELECT 1 FROM monitor_runs b WHERE b.id = @before AND (r.started_at < b.started_at OR (r.started_at = b.started_at AND r.id < b.id)))")}
            ORDER BY started_at DESC, id DESC LIMIT @limit
            """;
        var runs = (await QueryAsync<RunRow>(sql, new { scenario, before, limit = count + 1 }, cancellationToken)).Select(row => row.ToRecord()).ToList();
        return new([.. runs.Take(count)], runs.Count > count ? runs[count - 1].Id : null);
    }

    /// <summary>
    /// How many of the runs that count passed, those that were forgotten meanwhile too; since the beginning of the hour in which the time lies, as
    /// forgotten runs are known by the hour.
    /// </summary>
    public async Task<RunTally> TallyAsync(string scenario, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.ToUnixTimeMilliseconds();
        return (await QueryAsync<RunTally>(
            $"""
            SELECT CAST(COALESCE(SUM(runs), 0) AS BIGINT) AS runs, CAST(COALESCE(SUM(passed), 0) AS BIGINT) AS passed FROM (
                SELECT 1 AS runs, {CountedRuns.Passed} AS passed FROM monitor_runs WHERE scenario = @scenario AND started_at >= @since AND {CountedRuns.Answered}
                    AND id NOT IN ({CountedRuns.Confirmed} AND c.scenario = @scenario AND c.started_at >= @since)
                UNION ALL SELECT runs, passed FROM monitor_hours WHERE scenario = @scenario AND hour >= @since) AS counted
            """,
            new { scenario, since = from - (from % CountedRuns.Hour) }, cancellationToken)).Single();
    }

    /// <summary>How often it failed and had not, when walked again, since the beginning of the hour in which the time lies; of failures that are still on record.</summary>
    public async Task<FlakeRate> FlakesAsync(string scenario, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var from = since.ToUnixTimeMilliseconds();
        return new((await TallyAsync(scenario, since, cancellationToken)).Runs, await QueryAsync<CheckFlakes>(
            """
            SELECT COALESCE(headline_check, '') AS "check", COUNT(*) AS flakes FROM monitor_runs WHERE scenario = @scenario AND started_at >= @since AND flaky = 1
            GROUP BY headline_check ORDER BY flakes DESC, headline_check
            """,
            new { scenario, since = from - (from % CountedRuns.Hour) }, cancellationToken));
    }

    /// <summary>What each phase took since a time, in the order walked; phases that passed alone, as one that failed took as long as its budget.</summary>
    public Task<IReadOnlyList<PhaseFigures>> PhasesAsync(string scenario, DateTimeOffset since, CancellationToken cancellationToken) => QueryAsync<PhaseFigures>(
        $"""
        SELECT name, application, MAX(c) AS runs, MAX(CASE WHEN n = (c + 1) / 2 THEN duration_ms END) AS median_ms, MAX(CASE WHEN n = (c * 95 + 99) / 100 THEN duration_ms END) AS percentile95_ms
        FROM (SELECT p.name, p.application, p.duration_ms, p.position,
                ROW_NUMBER() OVER (PARTITION BY p.name, p.application ORDER BY p.duration_ms) AS n, COUNT(*) OVER (PARTITION BY p.name, p.application) AS c
            FROM monitor_phases p JOIN monitor_runs r ON r.id = p.run_id WHERE {Passed}) ranked
        GROUP BY name, application ORDER BY MIN(position), name, application
        """,
        Since(scenario, since), cancellationToken);

    /// <summary>The median of each phase in each of a row of equal spans of time; spans without a run are left out.</summary>
    public Task<IReadOnlyList<PhasePoint>> PhasesOverTimeAsync(string scenario, DateTimeOffset since, TimeSpan span, CancellationToken cancellationToken) => QueryAsync<PhasePoint>(
        $"""
        SELECT name, application, span, MAX(CASE WHEN n = (c + 1) / 2 THEN duration_ms END) AS median_ms
        FROM (SELECT q.*, ROW_NUMBER() OVER (PARTITION BY name, application, span ORDER BY duration_ms) AS n, COUNT(*) OVER (PARTITION BY name, application, span) AS c
            FROM (SELECT p.name, p.application, p.duration_ms, (r.started_at - @since) / @width AS span
                FROM monitor_phases p JOIN monitor_runs r ON r.id = p.run_id WHERE {Passed}) q) ranked
        GROUP BY name, application, span ORDER BY span
        """,
        new { scenario, since = since.ToUnixTimeMilliseconds(), width = (long)span.TotalMilliseconds }, cancellationToken);

    private static object Since(string scenario, DateTimeOffset since) => new { scenario, since = since.ToUnixTimeMilliseconds() };

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))];
    }
}
