using System.Security.Cryptography.X509Certificates;

namespace Prober.Lab.Saml;

/// <summary>Everything a SAML response says, before it is written and signed. A fault changes what it says and leaves the rest true.</summary>
internal sealed record SamlResponseDraft
{
    public required string Issuer { get; init; }

    public required string Destination { get; init; }

    /// <summary><c>null</c> when nobody asked (IdP-initiated).</summary>
    public string? InResponseTo { get; init; }

    public required DateTimeOffset IssueInstant { get; init; }

    public string Status { get; init; } = SamlNames.Success;

    public string? SubStatus { get; init; }

    public string? StatusMessage { get; init; }

    public string? NameId { get; init; }

    public string NameIdFormat { get; init; } = SamlNames.EmailFormat;

    public required string Recipient { get; init; }

    public required DateTimeOffset NotBefore { get; init; }

    public required DateTimeOffset NotOnOrAfter { get; init; }

    public required string Audience { get; init; }

    public string SessionIndex { get; init; } = "";

    public DateTimeOffset AuthenticatedAt { get; init; }

    /// <summary>Name and values of each attribute.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Attributes { get; init; } = [];

    public required X509Certificate2 Certificate { get; init; }

    public SamlResponseDraft Without(string attribute) =>
        this with { Attributes = [.. Attributes.Where(one => one.Key != attribute)] };
}
