using System.Security.Cryptography;
using System.Text;
using Prober.Scenarios;

namespace Prober.Monitor.Accounts;

/// <summary>Names an account in the store without saying whose it is: a hash of provider and user name.</summary>
public static class AccountKey
{
    public static string Of(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var text = $"{scenario.Provider.Issuer}\n{scenario.Account.Username.Reveal()}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
