namespace Prober.Evidence.Session;

/// <summary>The browser's cookie jar at a named moment.</summary>
public sealed record CookieSnapshot(string Moment, DateTimeOffset At, IReadOnlyList<JarCookie> Cookies);

/// <summary>A cookie that the browser accepted.</summary>
public sealed record JarCookie
{
    public required string Name { get; init; }

    /// <summary>As the browser reports it: with a leading dot when it is valid for subdomains.</summary>
    public required string Domain { get; init; }

    public required string Path { get; init; }

    /// <summary>The value before redaction, its fingerprint after.</summary>
    public required string Value { get; init; }

    /// <summary>Length of name and value together, in bytes, which the fingerprint hides.</summary>
    public int Size { get; init; }

    public bool Secure { get; init; }

    public bool HttpOnly { get; init; }

    public string? SameSite { get; init; }

    /// <summary>Null for a cookie that ends with the browser's session.</summary>
    public DateTimeOffset? Expires { get; init; }
}
