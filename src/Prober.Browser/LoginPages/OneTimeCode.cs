using OtpNet;
using Prober.Scenarios;

namespace Prober.Browser.LoginPages;

/// <summary>Computes time-based one-time passwords (RFC 6238) that are still valid when they arrive.</summary>
internal static class OneTimeCode
{
    /// <summary>With less time left than this, the code may be old when the provider reads it.</summary>
    public static readonly TimeSpan LeastTimeLeft = TimeSpan.FromSeconds(3);

    /// <summary>The code of this step, or of the next when this one is nearly over.</summary>
    /// <exception cref="ProberFaultException">The seed is not base32.</exception>
    public static async Task<string> ComputeAsync(Secret seed, TimeProvider time, CancellationToken cancellationToken)
    {
        var totp = new Totp(Decode(seed));
        var left = TimeSpan.FromSeconds(totp.RemainingSeconds(time.GetUtcNow().UtcDateTime));
        if (left < LeastTimeLeft) await Task.Delay(left + TimeSpan.FromMilliseconds(200), time, cancellationToken);
        return totp.ComputeTotp(time.GetUtcNow().UtcDateTime);
    }

    private static byte[] Decode(Secret seed)
    {
        try
        {
            return Base32Encoding.ToBytes(seed.Reveal().Replace(" ", "", StringComparison.Ordinal));
        }
        catch (ArgumentException exception)
        {
            // Otp.NET quotes the character it met; the message must not.
            var cause = new FormatException(exception.GetType().Name);
            throw new ProberFaultException("account.totp is not a base32 seed (letters A to Z, digits 2 to 7)", cause);
        }
    }
}
