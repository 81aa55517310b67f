using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Prober.Lab.Provider;

/// <summary>The lab's keys. RSA keys are slow to make, so one serves all labs of a process.</summary>
internal static class SigningKeys
{
    private static readonly Lazy<RsaSecurityKey> Made = new(() => Create("lab-2025"));
    private static readonly Lazy<RsaSecurityKey> Unpublished = new(() => Create("lab-2026"));

    public static RsaSecurityKey Current => Made.Value;

    /// <summary>A key that no JWKS of the lab ever names, as after a rotation that was only half done.</summary>
    public static RsaSecurityKey Rotated => Unpublished.Value;

    public static SymmetricSecurityKey Encryption { get; } = new(RandomNumberGenerator.GetBytes(32));

    private static RsaSecurityKey Create(string keyId) => new(RSA.Create(2048)) { KeyId = keyId };
}
