using System.Globalization;
using System.Text;
using Prober.Evidence.Redaction;

namespace Prober.Evidence.Har;

/// <summary>One Set-Cookie header value, parsed as browsers do (RFC 6265bis section 5.6): what was offered, whether or not it was accepted.</summary>
public sealed record SetCookie
{
    public required string Name { get; init; }

    public required string Value { get; init; }

    /// <summary>Without a leading dot, in lower case; null for a host-only cookie.</summary>
    public string? Domain { get; init; }

    public string? Path { get; init; }

    /// <summary>Null when absent or unreadable.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Seconds; goes before <see cref="Expires"/>.</summary>
    public long? MaxAge { get; init; }

    public bool Secure { get; init; }

    public bool HttpOnly { get; init; }

    public bool Partitioned { get; init; }

    /// <summary><c>Lax</c>, <c>Strict</c> or <c>None</c> in this spelling; another value as it stood; null when absent.</summary>
    public string? SameSite { get; init; }

    /// <summary>Bytes of name and value together, which browsers limit to 4,096; right for a redacted value too.</summary>
    public int Size => Encoding.UTF8.GetByteCount(Name) + (Fingerprint.TryReadLength(Value, out var length) ? length : Encoding.UTF8.GetByteCount(Value));

    /// <summary>True when the header's only effect at that time is to delete the cookie.</summary>
    public bool DeletesAt(DateTimeOffset at) => MaxAge is { } seconds ? seconds <= 0 : Expires <= at;

    /// <summary>When the cookie ends if it was received at the given time; null for a cookie that ends with the browser's session.</summary>
    public DateTimeOffset? EndsAt(DateTimeOffset receivedAt) => MaxAge is { } seconds
        ? receivedAt + TimeSpan.FromSeconds(Math.Clamp(seconds, -1, 400L * 24 * 60 * 60))
        : Expires;

    public static IReadOnlyList<SetCookie> Of(HarResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        return [.. response.Headers.All("set-cookie").Select(Parse).OfType<SetCookie>()];
    }

    /// <summary>Null for a header that browsers ignore: no name and no value.</summary>
    public static SetCookie? Parse(string header)
    {
        ArgumentNullException.ThrowIfNull(header);
        var parts = header.Split(';');
        var equals = parts[0].IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? "" : parts[0][..equals].Trim();
        var value = (equals < 0 ? parts[0] : parts[0][(equals + 1)..]).Trim();
        if (name.Length == 0 && value.Length == 0) return null;
        var cookie = new SetCookie { Name = name, Value = value };
        return parts.Skip(1).Aggregate(cookie, WithAttribute);
    }

    private static SetCookie WithAttribute(SetCookie cookie, string attribute)
    {
        var equals = attribute.IndexOf('=', StringComparison.Ordinal);
        var name = (equals < 0 ? attribute : attribute[..equals]).Trim().ToLowerInvariant();
        var value = equals < 0 ? "" : attribute[(equals + 1)..].Trim();
        return name switch
        {
            "domain" => cookie with { Domain = value.TrimStart('.').ToLowerInvariant() is { Length: > 0 } domain ? domain : null },
            "path" => cookie with { Path = value.StartsWith('/') ? value : null },
            "expires" => cookie with { Expires = CookieDate.Parse(value) ?? cookie.Expires },
            "max-age" => cookie with { MaxAge = Seconds(value) ?? cookie.MaxAge },
            "secure" => cookie with { Secure = true },
            "httponly" => cookie with { HttpOnly = true },
            "partitioned" => cookie with { Partitioned = true },
            "samesite" => cookie with { SameSite = Spelling(value) },
            _ => cookie,
        };
    }

    private static long? Seconds(string value)
    {
        var digits = value.StartsWith('-') ? value.AsSpan(1) : value;
        if (digits.IsEmpty || digits.IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? seconds
            : value.StartsWith('-') ? long.MinValue : long.MaxValue;
    }

    private static string Spelling(string value) => value.ToLowerInvariant() switch { "lax" => "Lax", "strict" => "Strict", "none" => "None", _ => value };
}
