using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Accounts;

/// <summary>
/// Leaves an account alone after its password was refused several times in a row, before the provider locks it: a locked account looks
/// like an outage to everybody. The rest ends by itself, and with the first login that succeeds.
/// </summary>
public sealed class AccountRest(MonitorDatabase database, TimeProvider time)
{
    /// <summary>Refusals in a row after which an account rests; providers lock after ten as a rule, some after five.</summary>
    public const int RefusalsInARow = 3;

    /// <summary>How long it rests; at the providers' usual counters a lock would end as well.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(1);

    /// <summary>Until when the account rests; null when it does not.</summary>
    public async Task<DateTimeOffset?> UntilAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var until = await connection.ExecuteScalarAsync<long?>("SELECT rests_until FROM monitor_accounts WHERE account = @account", new { account });
        return until is { } moment && DateTimeOffset.FromUnixTimeMilliseconds(moment) is var end && end > time.GetUtcNow() ? end : null;
    }

    /// <summary>Remembers a refused password; true when the account rests from now on.</summary>
    public async Task<bool> RefusedAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // Both or none: when the database goes away in between, it is done again, and one refusal must not count twice.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(
            "INSERT INTO monitor_accounts (account, refusals, rests_until) VALUES (@account, 1, 0) ON CONFLICT (account) DO UPDATE SET refusals = monitor_accounts.refusals + 1",
            new { account }, transaction);
        var rests = await connection.ExecuteAsync(
            "UPDATE monitor_accounts SET rests_until = @until, refusals = 0 WHERE account = @account AND refusals >= @limit",
            new { account, until = (time.GetUtcNow() + Length).ToUnixTimeMilliseconds(), limit = RefusalsInARow }, transaction) == 1;
        await transaction.CommitAsync(cancellationToken);
        return rests;
    }

    public async Task AcceptedAsync(string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        // Nearly always there is nothing to forget, and reading waits for no writer.
        if (await connection.ExecuteScalarAsync<string?>("SELECT account FROM monitor_accounts WHERE account = @account", new { account }) is null) return;
        using var turn = await database.TurnAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM monitor_accounts WHERE account = @account", new { account });
    }
}
