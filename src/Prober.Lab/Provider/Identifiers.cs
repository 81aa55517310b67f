using System.Buffers.Text;
using System.Security.Cryptography;

namespace Prober.Lab.Provider;

/// <summary>Unguessable names for sessions, transactions and codes.</summary>
internal static class Identifiers
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24));
}
