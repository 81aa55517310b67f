namespace Prober.Evidence.Redaction.Sanitizing;

/// <summary>What a person wants taken out of a HAR, or left in.</summary>
public sealed record SanitizeOptions
{
    /// <summary>E-mail addresses, user names, names and subjects stay; secrets go all the same.</summary>
    public bool KeepPersonal { get; init; }

    /// <summary>Everything stays, except <see cref="AlsoMask"/>: tokens cannot keep their signature and lose their claims, so personal data stays, too.</summary>
    public bool KeepSecrets { get; init; }

    /// <summary>Texts to mask wherever they stand, in every encoding: a customer's name, a host, a password known from elsewhere.</summary>
    public IReadOnlyList<string> AlsoMask { get; init; } = [];

    /// <summary>Claim and attribute values that may stay although they could be personal: names of groups that a scenario asks for.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    internal IReadOnlySet<string> KeptValues => Keep.ToHashSet(StringComparer.Ordinal);

    internal bool Keeps(SecretKind kind) => KeepSecrets || (KeepPersonal && (kind is SecretKind.Personal or SecretKind.Subject));
}
