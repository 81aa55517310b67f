using NUnit.Framework;
using Prober.EndToEnd.Monitor;

namespace Prober.Tests.Monitor;

/// <summary>One PostgreSQL server for the unit tests of the store, which run here a second time; a database for each test.</summary>
[SetUpFixture]
public sealed class OnPostgres
{
    private static PostgresServer? _server;
    private static int _databases;

    [OneTimeSetUp]
    public async Task StartAsync() => _server = await PostgresServer.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    /// <summary>Connection string of an empty database.</summary>
    internal static async Task<string> NewDatabaseAsync()
    {
        var name = $"store_{Interlocked.Increment(ref _databases)}";
        await _server!.ExecuteAsync($"CREATE DATABASE {name}");
        // Without a pool no connection outlives its test.
        return _server.ConnectionString.Replace("Database=postgres", $"Database={name}", StringComparison.Ordinal).Replace("Pooling=true", "Pooling=false", StringComparison.Ordinal);
    }
}
