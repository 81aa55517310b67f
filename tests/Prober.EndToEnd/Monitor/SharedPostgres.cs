using NUnit.Framework;
using Prober.EndToEnd.Monitor;

namespace Prober;

/// <summary>One PostgreSQL server for all tests that do not take it away, the store's unit tests among them, which run here a second time; a schema for each test.</summary>
[SetUpFixture]
public sealed class SharedPostgres
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(PostgresServer.StartAsync);
    private static int _schemas;

    /// <summary>An empty one.</summary>
    internal static async Task<PostgresSchema> NewSchemaAsync() => await PostgresSchema.CreateAsync(await Server.Value, $"test_{Interlocked.Increment(ref _schemas)}");

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Server is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await Server.Value).DisposeAsync();
    }
}
