using System.Data.Common;
using Dapper;

namespace Prober.Monitor.Incidents;

/// <summary>Which scenarios fail by an incident, and how often in a row.</summary>
internal static class IncidentScenarios
{
    /// <summary>The scenario failed by it, once more.</summary>
    public static Task FailedAsync(DbTransaction transaction, string incident, string scenario, long now) => transaction.Connection!.ExecuteAsync(
        """
        INSERT INTO monitor_incident_scenarios (incident, scenario, since) VALUES (@incident, @scenario, @now)
        ON CONFLICT (incident, scenario) DO UPDATE SET failures = monitor_incident_scenarios.failures + 1, passes = 0
        """,
        new { incident, scenario, now }, transaction);

    /// <summary>The scenario passed; returns how often it has now, in a row.</summary>
    public static async Task<int> PassedAsync(DbConnection connection, string incident, string scenario)
    {
        var which = new { incident, scenario };
        await connection.ExecuteAsync("UPDATE monitor_incident_scenarios SET passes = passes + 1 WHERE incident = @incident AND scenario = @scenario", which);
        return await connection.ExecuteScalarAsync<int>("SELECT passes FROM monitor_incident_scenarios WHERE incident = @incident AND scenario = @scenario", which);
    }

    /// <summary>It fails by it no more; true when it was the last. The last one stays on record, so that the message of the end can name it.</summary>
    public static async Task<bool> EndAsync(DbTransaction transaction, string incident, string scenario)
    {
        var connection = transaction.Connection!;
        if (await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM monitor_incident_scenarios WHERE incident = @incident", new { incident }, transaction) <= 1) return true;
        await connection.ExecuteAsync("DELETE FROM monitor_incident_scenarios WHERE incident = @incident AND scenario = @scenario", new { incident, scenario }, transaction);
        return false;
    }
}
