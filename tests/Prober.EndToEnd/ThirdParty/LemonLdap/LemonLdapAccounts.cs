using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Prober.EndToEnd.ThirdParty.LemonLdap;

/// <summary>The accounts of the identity provider, in a SQLite file that it reads through Perl's DBI.</summary>
internal static class LemonLdapAccounts
{
    /// <summary>The probe account's password; its name is alice.</summary>
    public static string Password { get; } = RandomNumberGenerator.GetHexString(20);

    public static string In(string folder) => Path.Combine(folder, "accounts.db");

    public static async Task WriteAsync(string folder)
    {
        await using var accounts = new SqliteConnection($"Data Source={In(folder)};Pooling=False");
        await accounts.OpenAsync();
        await using var command = accounts.CreateCommand();
        command.CommandText = "CREATE TABLE accounts (uid TEXT, password TEXT, cn TEXT, mail TEXT); INSERT INTO accounts VALUES ('alice', $password, 'Alice Example', 'alice@example.com')";
        command.Parameters.AddWithValue("$password", Password);
        await command.ExecuteNonQueryAsync();
    }
}
