using Prober.Evidence.Har;

namespace Prober.Checklist.Facts.Cookies;

/// <summary>A Set-Cookie header and what became of it.</summary>
public sealed record CookieOffer
{
    public required HarEntry Entry { get; init; }

    public required string Host { get; init; }

    public required string Name { get; init; }

    /// <summary>Fingerprint of the value; null for a deletion.</summary>
    public string? Value { get; init; }

    public string? Domain { get; init; }

    public string? Path { get; init; }

    public bool Secure { get; init; }

    public bool HttpOnly { get; init; }

    public string? SameSite { get; init; }

    public DateTimeOffset? Expires { get; init; }

    /// <summary>Bytes of name and value before redaction.</summary>
    public int Size { get; init; }

    public bool IsDeletion { get; init; }

    /// <summary>Why a browser must refuse it (RFC 6265bis section 5.7), or null when it may accept it.</summary>
    public string? RefusedBecause { get; init; }

    /// <summary>The first later request that carried it.</summary>
    public HarEntry? FirstSent { get; init; }

    /// <summary>The first later request that should have carried it and did not.</summary>
    public HarEntry? FirstMissing { get; init; }

    /// <summary>The first later request for the cookie's host and path that SameSite kept it from (RFC 6265bis section 5.8.3).</summary>
    public HarEntry? WithheldFrom { get; init; }

    /// <summary>Which rule kept it: <c>strict-from-another-site</c>, <c>lax-in-cross-site-post</c>, <c>not-in-cross-site-frame</c> or
    /// <c>not-in-cross-site-request</c>.</summary>
    public string? WithheldBecause { get; init; }
}
