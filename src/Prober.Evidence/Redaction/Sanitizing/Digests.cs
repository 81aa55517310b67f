using System.Collections.Frozen;

namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>
/// Hashes of bodies: of a body that was cleaned a hash is untrue, and of one that holds a short secret (a password's form, a page with a code)
/// it tells whoever tries all of them which it was.
/// </summary>
internal static class Digests
{
    /// <value>Characters; a shorter entity tag is a time or a number.</value>
    private const int ShortestTag = 20;

    // Playwright's attached bodies have _sha1; other recorders' extensions go by the name of the hash.
    private static readonly FrozenSet<string> Members = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "_sha1", "_sha256", "_md5", "_hash", "_digest", "sha1", "sha256", "md5");

    // RFC 1864, RFC 3230, RFC 9530.
    private static readonly FrozenSet<string> Headers = FrozenSet.Create(StringComparer.Ordinal, "content-md5", "digest", "content-digest", "repr-digest");

    // RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2; web frameworks make tags of dynamic pages by hashing them.
    private static readonly FrozenSet<string> Tags = FrozenSet.Create(StringComparer.Ordinal, "etag", "if-none-match", "if-match");

    public static bool IsMember(string name) => Members.Contains(name);

    /// <param name="name">In lower case.</param>
    /// <param name="value">As it stands in the header.</param>
    public static bool IsHeader(string name, string value) => Headers.Contains(name) || (value.Length >= ShortestTag && Tags.Contains(name));
}
