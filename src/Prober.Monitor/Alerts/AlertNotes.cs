using System.Data.Common;
using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Alerts;

/// <summary>Notes on an incident what was told of it, and that somebody sees to it.</summary>
public sealed class AlertNotes(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Notes that an alert is told, and whatever the caller writes with it; false when another node was first, and then nothing is written.</summary>
    public async Task<bool> TellAsync(Alert alert, Func<DbTransaction, Task> with, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        ArgumentNullException.ThrowIfNull(with);
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var noted = await connection.ExecuteAsync(
            $"UPDATE monitor_incidents SET alerts = alerts + 1, last_alert_at = @at{Told(alert.Kind)} WHERE id = @Id AND alerts = @Alerts",
            new { alert.Incident.Id, alert.Incident.Alerts, at = alert.At.ToUnixTimeMilliseconds() }, transaction);
        if (noted != 1) return false;
        await with(transaction);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Somebody sees to it: no reminder comes any more. False when there is none of this id that is open.</summary>
    public async Task<bool> AcknowledgeAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            "UPDATE monitor_incidents SET acknowledged_at = COALESCE(acknowledged_at, @now) WHERE id = @id AND resolved_at IS NULL", new { id, now = time.GetUtcNow().ToUnixTimeMilliseconds() }) == 1;
    }

    private static string Told(AlertKind kind) => kind switch
    {
        AlertKind.Opened => ", told_at = @at, flapping = 0",
        AlertKind.Flapping => ", told_at = @at, flapping = 1",
        AlertKind.Resolved => ", told_resolved_at = @at, flapping = 0",
        _ => "",
    };
}
