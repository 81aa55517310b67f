using Dapper;
using Prober.Monitor.Store;

namespace Prober.Monitor.Accounts;

/// <summary>
/// Two runs never use one account at the same time, on any node: a lease is a row that one of them wins. A lease that its holder cannot
/// give back ends by itself.
/// </summary>
public sealed class AccountLeases(MonitorDatabase database, TimeProvider time)
{
    /// <summary>How often somebody who waits for an account asks again.</summary>
    public static readonly TimeSpan AskAgainAfter = TimeSpan.FromMilliseconds(250);

    /// <summary>True when the account is the holder's from now on; false while it is another's.</summary>
    public async Task<bool> TryTakeAsync(string account, string holder, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO monitor_leases (account, holder, expires_at) VALUES (@account, @holder, @expires)
            ON CONFLICT (account) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at WHERE monitor_leases.expires_at <= @now
            """,
            new { account, holder, expires = (now + longest).ToUnixTimeMilliseconds(), now = now.ToUnixTimeMilliseconds() }) == 1;
    }

    /// <summary>Waits until the account is free.</summary>
    public async Task TakeAsync(string account, string holder, TimeSpan longest, CancellationToken cancellationToken)
    {
        while (!await TryTakeAsync(account, holder, longest, cancellationToken)) await Task.Delay(AskAgainAfter, time, cancellationToken);
    }

    public async Task GiveBackAsync(string account, string holder, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM monitor_leases WHERE account = @account AND holder = @holder", new { account, holder });
    }
}
