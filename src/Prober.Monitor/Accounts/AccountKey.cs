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
        return Hash($"{scenario.Provider.Issuer}\n{scenario.Account.Username.Reveal()}");
    }

    /// <summary>Names the seed of its one-time passwords, however it is spelt; null when it has none. Two accounts may share one.</summary>
    public static string? OfOneTimeCodes(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        if (scenario.Account.Totp is not { } seed) return null;
        return "otp-" + Hash($"one-time codes\n{string.Concat(seed.Reveal().Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
