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

    /// <summary>How long one one-time password holds good (RFC 6238, 5.2); providers take each but once.</summary>
    private static readonly TimeSpan CodeWindow = TimeSpan.FromSeconds(30);

    /// <summary>True when the account is the holder's from now on; false while it is another's.</summary>
    public async Task<bool> TryTakeAsync(string account, string holder, TimeSpan longest, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteAsync(
            """
            INSERT INTO monitor_leases (account, holder, expires_at) VALUES (@account, @holder, @expires)
            ON CONFLICT (account) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at WHERE monitor_leases.expires_at <= @now
            """,
            new { account, holder, expires = (now + longest).ToUnixTimeMilliseconds(), now = now.ToUnixTimeMilliseconds() }) == 1;
    }

    /// <summary>Waits until the account is free.</summary>
    /// <param name="account">Or a one-time password's seed.</param>
    /// <param name="holder">Run that is to have it.</param>
    /// <param name="longest">After so long the lease ends by itself.</param>
    /// <param name="waits">Told once, when the account is not free at once.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task TakeAsync(string account, string holder, TimeSpan longest, Func<Task> waits, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(waits);
        if (await TryTakeAsync(account, holder, longest, cancellationToken)) return;
        await waits();
        do await Task.Delay(AskAgainAfter, time, cancellationToken);
        while (!await TryTakeAsync(account, holder, longest, cancellationToken));
    }

    /// <summary>All that the holder has ends so long from now, whatever was said before: a run that still waits for something else keeps what it took, and begins its time with its journey.</summary>
    public async Task HoldAsync(string holder, TimeSpan longest, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("UPDATE monitor_leases SET expires_at = @end WHERE holder = @holder", new { holder, end = (time.GetUtcNow() + longest).ToUnixTimeMilliseconds() });
    }

    /// <summary>
    /// Ends the holder's lease of a one-time password's seed with the window that goes on now: what the next one types is another code.
    /// </summary>
    public async Task GiveBackAfterWindowAsync(string seed, string holder, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var window = (long)CodeWindow.TotalMilliseconds;
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            "UPDATE monitor_leases SET expires_at = @end WHERE account = @seed AND holder = @holder", new { seed, holder, end = ((now / window) + 1) * window });
    }

    public async Task GiveBackAsync(string account, string holder, CancellationToken cancellationToken)
    {
        using var turn = await database.TurnAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("DELETE FROM monitor_leases WHERE account = @account AND holder = @holder", new { account, holder });
    }
}
