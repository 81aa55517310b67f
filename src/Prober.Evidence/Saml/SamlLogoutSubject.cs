namespace Prober.Evidence.Saml;

/// <summary>Whom a LogoutRequest names, and which of their sessions (saml-core-2.0-os 3.7.1).</summary>
public sealed record SamlLogoutSubject
{
    /// <summary>Null when none was named; a fingerprint in a stored bundle, equal where an assertion's is the same.</summary>
    public string? NameId { get; init; }

    public string? NameIdFormat { get; init; }

    /// <summary>Fingerprints in a stored bundle; none named means all sessions.</summary>
    public IReadOnlyList<string> SessionIndexes { get; init; } = [];
}
