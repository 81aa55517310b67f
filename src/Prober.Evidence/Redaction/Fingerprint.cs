using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Prober.Evidence.Redaction;

/// <summary>
/// Stands for a value without telling it: equal values of one run give equal fingerprints, and the salt, which is never stored,
/// keeps anyone from trying values. The text <c>fp_9c01f3aa7b52_43</c> carries the value's length and needs no escaping in
/// URLs, headers, JSON or HTML.
/// </summary>
public sealed partial class Fingerprint
{
    private readonly byte[] _salt;

    /// <summary>A fingerprint maker with a salt of its own, for one run.</summary>
    public Fingerprint()
        : this(RandomNumberGenerator.GetBytes(32))
    {
    }

    /// <summary>For tests that need the same fingerprints each time.</summary>
    public Fingerprint(ReadOnlySpan<byte> salt) => _salt = salt.ToArray();

    public string Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return $"fp_{Digest(value, 6)}_{value.Length.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Six hexadecimal digits for values whose length is better not told either.</summary>
    internal string Short(string value) => Digest(value, 3);

    /// <summary>True for a text that this class made, in this run or another.</summary>
    public static bool IsFingerprint(string? text) => text is not null && Shape().IsMatch(text);

    /// <summary>True for a text that has one in it somewhere.</summary>
    public static bool IsIn(string text) => Anywhere().IsMatch(text);

    /// <summary>The length of the value behind a fingerprint.</summary>
    public static bool TryReadLength(string? text, out int length)
    {
        length = 0;
        return text is not null && Shape().Match(text) is { Success: true } match
            && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out length);
    }

    private string Digest(string value, int bytes)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(value), hash);
        return Convert.ToHexStringLower(hash[..bytes]);
    }

    [GeneratedRegex(@"fp_[0-9a-f]{12}_\d{1,9}", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^(?:jwt_)?fp_[0-9a-f]{12}_(\d{1,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
