using Npgsql;

namespace Prober.EndToEnd.Monitor;

/// <summary>An empty schema on a real PostgreSQL server, which stands for a database: to the store it is one, and making a database costs two hundred times as much.</summary>
internal sealed class PostgresSchema : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;

    private PostgresSchema(string connectionString) => (ConnectionString, _source) = (connectionString, NpgsqlDataSource.Create(connectionString));

    public string ConnectionString { get; }

    public static async Task<PostgresSchema> CreateAsync(PostgresServer server, string name)
    {
        var schema = new PostgresSchema($"{server.ConnectionString};Search Path={name}");
        await using var command = schema._source.CreateCommand($"CREATE SCHEMA {name}");
        await command.ExecuteNonQueryAsync();
        return schema;
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
