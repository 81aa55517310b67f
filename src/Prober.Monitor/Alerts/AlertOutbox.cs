using System.Data.Common;
using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Alerts;

/// <summary>
/// Messages on their way, and the log of those that arrived or did not. They are in the store before they are sent, so that a restart loses
/// none; one that was being sent when its process went away is sent again.
/// </summary>
public sealed class AlertOutbox(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Longer than any channel takes for one attempt; until then no other node tries.</summary>
    private static readonly TimeSpan Attempt = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Held = TimeSpan.FromSeconds(30);

    static AlertOutbox() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    /// <summary>After these times a refused message is sent again; then it is given up.</summary>
    public static IReadOnlyList<TimeSpan> AgainAfter { get; } =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)];

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes the messages that are due now; each goes to one caller only, and none before an earlier one of its incident on its channel.</summary>
    public async Task<IReadOnlyList<Delivery>> TakeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var due = await connection.QueryAsync<DeliveryRow>(
            """
            SELECT d.* FROM monitor_deliveries d WHERE d.state = 'Waiting' AND d.due_at <= @now AND NOT EXISTS
                (SELECT 1 FROM monitor_deliveries e WHERE e.incident = d.incident AND e.channel = d.channel AND e.state = 'Waiting' AND e.told_at < d.told_at)
            ORDER BY d.told_at
            """,
            new { now = Now });
        var taken = new List<Delivery>();
        foreach (var row in due.ToList())
        {
            if (await connection.ExecuteAsync(
                "UPDATE monitor_deliveries SET attempts = attempts + 1, due_at = @until WHERE id = @Id AND state = 'Waiting' AND due_at = @DueAt",
                new { row.Id, row.DueAt, until = Now + (long)Attempt.TotalMilliseconds }) == 1) taken.Add(row.ToDelivery() with { Attempts = row.Attempts + 1 });
        }

        return taken;
    }

    /// <summary>The channel took it.</summary>
    public Task SentAsync(Delivery delivery, CancellationToken cancellationToken) =>
        WriteAsync("UPDATE monitor_deliveries SET state = 'Sent', ended_at = @now, problem = NULL WHERE id = @Id", new { delivery?.Id, now = Now }, cancellationToken);

    /// <summary>The channel refused it: it is sent again after a while, or given up.</summary>
    /// <returns>Whether it is sent again.</returns>
    public async Task<bool> RefusedAsync(Delivery delivery, string problem, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        if (delivery.Attempts > AgainAfter.Count)
        {
            await WriteAsync("UPDATE monitor_deliveries SET state = 'Failed', ended_at = @now, problem = @problem WHERE id = @Id", new { delivery.Id, now = Now, problem }, cancellationToken);
            return false;
        }

        var due = Now + (long)AgainAfter[delivery.Attempts - 1].TotalMilliseconds;
        await WriteAsync("UPDATE monitor_deliveries SET due_at = @due, problem = @problem WHERE id = @Id", new { delivery.Id, due, problem }, cancellationToken);
        return true;
    }

    /// <summary>It may not be sent now, and was not: it waits without counting as an attempt.</summary>
    public Task HoldAsync(Delivery delivery, CancellationToken cancellationToken) => WriteAsync(
        "UPDATE monitor_deliveries SET attempts = attempts - 1, due_at = @due WHERE id = @Id", new { delivery?.Id, due = Now + (long)Held.TotalMilliseconds }, cancellationToken);

    /// <summary>The log, latest first.</summary>
    public async Task<IReadOnlyList<Delivery>> LatestAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. (await connection.QueryAsync<DeliveryRow>("SELECT * FROM monitor_deliveries ORDER BY told_at DESC, id LIMIT @count", new { count })).Select(row => row.ToDelivery())];
    }

    /// <summary>Forgets what ended before a time.</summary>
    public Task ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        WriteAsync("DELETE FROM monitor_deliveries WHERE ended_at < @before", new { before = before.ToUnixTimeMilliseconds() }, cancellationToken);

    /// <summary>Puts a message for each channel into the store, with whatever else the transaction writes.</summary>
    internal static Task PutAsync(DbTransaction transaction, Alert alert, IEnumerable<string> channels) => transaction.Connection!.ExecuteAsync(
        "INSERT INTO monitor_deliveries (id, incident, kind, channel, told_at, state, attempts, due_at) VALUES (@Id, @Incident, @Kind, @Channel, @At, 'Waiting', 0, @At)",
        channels.Select(channel => new { Id = Guid.NewGuid().ToString("N"), Incident = alert.Incident.Id, Kind = $"{alert.Kind}", Channel = channel, At = alert.At.ToUnixTimeMilliseconds() }), transaction);

    private async Task WriteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(sql, parameters);
    }
}
