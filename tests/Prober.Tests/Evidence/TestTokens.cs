using System.Buffers.Text;
using System.Text;

namespace Prober.Tests.Evidence;

/// <summary>Makes JWTs with a random-looking signature that nobody verifies.</summary>
internal static class TestTokens
{
    public static string Jwt(string claims, string header = """{"alg":"RS256","kid":"k1","typ":"JWT"}""") =>
        $"{Encode(header)}.{Encode(claims)}.{Base64Url.EncodeToString(System.Security.Cryptography.SHA512.HashData(Encoding.UTF8.GetBytes(header + claims)))}";

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
