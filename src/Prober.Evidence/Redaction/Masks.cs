using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Prober.Evidence.Tokens;

namespace Prober.Evidence.Redaction;

/// <summary>Asked for every sensitive value: returns what shall stand in its place.</summary>
internal delegate string SecretMask(SecretKind kind, string value);

/// <summary>What stands in the place of each kind of value.</summary>
internal sealed partial class Masks(Fingerprint fingerprint)
{
    /// <summary>For values that people or few digits make up: neither length nor equality is told, because both help to guess.</summary>
    public const string Hidden = "***";

    // A session cookie is sent a hundred times in a run.
    private readonly ConcurrentDictionary<(SecretKind Kind, string Value), string> _known = new();

    public string Of(SecretKind kind, string value) => value.Length == 0 ? value : _known.GetOrAdd((kind, value), Make);

    private string Make((SecretKind Kind, string Value) secret)
    {
        var (kind, value) = secret;
        if (IsMasked(value)) return value;
        return kind switch
        {
            SecretKind.Password or SecretKind.OneTimeCode or SecretKind.ClientSecret => Hidden,
            SecretKind.Personal => $"~personal-{fingerprint.Short(value.ToLowerInvariant())}~",
            _ => JwtParts.LooksLikeJwt(value) ? "jwt_" + fingerprint.Of(value) : fingerprint.Of(value),
        };
    }

    /// <summary>True for a text that a redaction put there, in this run or an earlier one: it is never masked twice.</summary>
    public static bool IsMasked(string value) => value == Hidden || Fingerprint.IsFingerprint(value) || Personal().IsMatch(value);

    [GeneratedRegex(@"^~personal-[0-9a-f]{6}~(?:@masked\.invalid)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Personal();
}
