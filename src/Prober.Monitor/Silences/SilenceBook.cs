using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Silences;

/// <summary>The silences that somebody asked for.</summary>
public sealed class SilenceBook(MonitorDatabase database, TimeProvider time)
{
    /// <summary>A silence that nobody remembers hides outages.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <param name="scenarios">A name, with <c>*</c> and <c>?</c>.</param>
    /// <param name="length">From now on; up to <see cref="Longest"/>.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="FormatException">There is no name, or the length is none; the message says what was expected.</exception>
    public async Task<Silence> AddAsync(string? scenarios, TimeSpan length, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(scenarios) || scenarios.Length > 200) throw new FormatException("scenarios: expected the name of a scenario, in which * stands for any characters and ? for one");
        if (length <= TimeSpan.Zero || length > Longest) throw new FormatException($"for, until: expected an end within {Longest.TotalDays:0} days from now, such as \"for\": \"2h\"");
        var now = time.GetUtcNow();
        var silence = new Silence(Guid.NewGuid().ToString("N"), scenarios, now, now + length);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM monitor_silences WHERE ends_at <= @now", new { now = Now });
        await connection.ExecuteAsync(
            "INSERT INTO monitor_silences (id, scenarios, created_at, ends_at) VALUES (@Id, @Scenarios, @created, @ends)",
            new { silence.Id, silence.Scenarios, created = silence.CreatedAt.ToUnixTimeMilliseconds(), ends = silence.EndsAt.ToUnixTimeMilliseconds() });
        return silence;
    }

    /// <summary>Ends one before its time; false when there is none.</summary>
    public async Task<bool> EndAsync(string id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync("DELETE FROM monitor_silences WHERE id = @id AND ends_at > @now", new { id, now = Now }) == 1;
    }

    /// <summary>Those that are in force now, the one that ends first at the head.</summary>
    public async Task<SilenceList> InForceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string Id, string Scenarios, long CreatedAt, long EndsAt)>(
            "SELECT id, scenarios, created_at, ends_at FROM monitor_silences WHERE ends_at > @now ORDER BY ends_at, id", new { now = Now });
        return new([.. rows.Select(row => new Silence(row.Id, row.Scenarios, DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt), DateTimeOffset.FromUnixTimeMilliseconds(row.EndsAt)))]);
    }
}
