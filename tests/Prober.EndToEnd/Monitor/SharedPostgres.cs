using NUnit.Framework;
using Prober.EndToEnd.Monitor;

namespace Prober;

/// <summary>One PostgreSQL server for all tests that do not take it away, the store's unit tests among them, which run here a second time; a database for each test.</summary>
[SetUpFixture]
public sealed class SharedPostgres
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);
    private static int _databases;

    /// <summary>An empty one.</summary>
    internal static async Task<PostgresDatabase> NewDatabaseAsync()
    {
        var server = await Server.Value;
        var database = server.Database($"test_{Interlocked.Increment(ref _databases)}");
        await server.Database("postgres").ExecuteAsync($"CREATE DATABASE {database.Name}");
        return database;
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await Server.Value).DisposeAsync();
    }
}
