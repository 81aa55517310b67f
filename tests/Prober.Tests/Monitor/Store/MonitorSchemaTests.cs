using Dapper;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using Prober.Monitor.Alerts;
using Prober.Monitor.Incidents;
using Prober.Monitor.Store;

namespace Prober.Tests.Monitor.Store;

public sealed class MonitorSchemaTests
{
    [Test]
    public async Task A_database_of_the_version_before_deliveries_keeps_its_incidents_one_open_a_cause()
    {
        var folder = Directory.CreateTempSubdirectory("prober-schema-");
        try
        {
            var database = MonitorDatabase.Sqlite(Path.Combine(folder.FullName, "prober.db"));
            await using (var connection = await database.OpenAsync(default))
            {
                await connection.ExecuteAsync("CREATE TABLE monitor_schema (version INTEGER NOT NULL); INSERT INTO monitor_schema (version) VALUES (1), (2)");
                foreach (var script in (string[])["001-runs.sql", "002-incidents.sql"]) await connection.ExecuteAsync(Script(script));
                await connection.ExecuteAsync(
                    """
                    INSERT INTO monitor_incidents (id, cause, opened_at, resolved_at, check_id, reason, fault, summary, run_id, told_at) VALUES
                        ('a', 'one', 1000, NULL, 'check', '', 'network', 'It broke.', 'run', 2000), ('b', 'one', 1001, NULL, 'check', '', 'network', 'It broke.', 'run', NULL),
                        ('c', 'two', 1000, 3000, 'check', '', 'network', 'It broke.', 'run', 2000);
                    INSERT INTO monitor_deliveries (incident, channel, at, status) VALUES ('a', 'slack', 2000, 'delivered');
                    """);
            }

            await MonitorSchema.MigrateAsync(database, default);
            Assert.That((await new IncidentHistory(database).LatestAsync(10, default)).Select(incident => (incident.Id, Open: incident.ResolvedAt is null, Changed: incident.ChangedAt.ToUnixTimeMilliseconds(), Told: incident.LastAlertAt?.ToUnixTimeMilliseconds())),
                Is.EquivalentTo(new[] { ("a", true, 1000L, (long?)2000), ("b", false, 1001L, null), ("c", false, 3000L, 2000L) }));
            Assert.That(await new AlertOutbox(database, TimeProvider.System).LatestAsync(10, default), Is.Empty);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(MonitorSchema).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
