using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Prober.Monitor.Store;

namespace Prober.Monitor.Web.Access;

/// <summary>Keys of login and forms in the store: two nodes behind one address take each other's cookies, and a login outlives a restart.</summary>
internal sealed class LoginKeys(MonitorDatabase database, LoginKeyCipher cipher, TimeProvider time) : IXmlRepository
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    // The interface knows no waiting; it is asked at the start, and then about once a day.
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync().GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => WriteAsync(element, friendlyName).GetAwaiter().GetResult();

    /// <summary>
    /// Makes the first key, if there is none that can be read. One node does at a time: each that made its own would not look for the other's
    /// before a day has passed.
    /// </summary>
    public async Task PrepareAsync(IKeyManager keys, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (database.IsPostgres) await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(736218)", transaction: transaction);
        var now = time.GetUtcNow();
        await connection.ExecuteAsync("DELETE FROM monitor_login_keys WHERE created_at < @before", new { before = (now - (2 * Lifetime)).ToUnixTimeMilliseconds() }, transaction);
        // SQLite has one writer, and a file is one process' own.
        if (!database.IsPostgres) await transaction.CommitAsync(cancellationToken);
        if (!keys.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now)) keys.CreateNewKey(now, now + Lifetime);
        if (database.IsPostgres) await transaction.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        await using var connection = await database.OpenAsync(CancellationToken.None);
        var rows = await connection.QueryAsync<(string Name, string Element)>("SELECT name, element FROM monitor_login_keys ORDER BY created_at");
        return [.. rows.Select(row => cipher.Decrypt(row.Element, row.Name)).OfType<string>().Select(text => XElement.Parse(text))];
    }

    private async Task WriteAsync(XElement element, string name)
    {
        using var turn = await database.TurnAsync(CancellationToken.None);
        await using var connection = await database.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(
            "INSERT INTO monitor_login_keys (name, created_at, element) VALUES (@name, @now, @element) ON CONFLICT (name) DO UPDATE SET element = excluded.element",
            new { name, now = time.GetUtcNow().ToUnixTimeMilliseconds(), element = cipher.Encrypt(element.ToString(SaveOptions.DisableFormatting), name) });
    }
}
