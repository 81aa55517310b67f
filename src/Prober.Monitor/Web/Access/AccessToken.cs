using System.Security.Cryptography;
using System.Text;

namespace Prober.Monitor.Web.Access;

/// <summary>A token that lets somebody in; of it only the digest is kept.</summary>
public sealed class AccessToken
{
    /// <summary>Shorter ones could be guessed.</summary>
    public const int ShortestToken = 20;

    public AccessToken(AccessRole role, string token) => (Role, Digest) = (role, DigestOf(token));

    public AccessRole Role { get; }

    /// <summary>SHA-256 of the token.</summary>
    internal byte[] Digest { get; }

    /// <summary>In a time that says nothing of where it differs.</summary>
    public bool Is(string token) => CryptographicOperations.FixedTimeEquals(Digest, DigestOf(token));

    /// <summary>One a line: role, blank, token. Empty lines and those that begin with # are left out.</summary>
    /// <param name="lines">Of the file.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="FormatException">A line is none, or there is no token; the message names the line and does not quote it.</exception>
    public static IReadOnlyList<AccessToken> Read(IReadOnlyList<string> lines, string file)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var tokens = lines.Select((line, index) => (Line: line.Trim(), Number: index + 1)).Where(line => line.Line.Length > 0 && line.Line[0] != '#')
            .Select(line => Parse(line.Line) ?? throw new FormatException($"{file}:{line.Number}: expected viewer or operator, a blank, and a token of at least {ShortestToken} characters without blanks")).ToList();
        return tokens.Count > 0 ? tokens : throw new FormatException($"{file}: holds no token");
    }

    private static AccessToken? Parse(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["viewer", { Length: >= ShortestToken } token] => new(AccessRole.Viewer, token),
        ["operator", { Length: >= ShortestToken } token] => new(AccessRole.Operator, token),
        _ => null,
    };

    private static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
