namespace Prober.Evidence.Tokens;

/// <summary>What only the raw token can tell, observed once while recording so that redaction loses no answer.</summary>
public sealed record TokenObservation
{
    public SignatureVerdict Signature { get; init; } = SignatureVerdict.NotChecked;

    /// <summary>Why, in one clause: the key id that is missing, the algorithm refused, the exception's message.</summary>
    public string? SignatureDetail { get; init; }

    /// <summary>True when nobody verified it here: the recording is a sanitized copy, and this is what the copy says of its original.</summary>
    public bool SignatureToldByCopy { get; init; }

    /// <summary>True when <c>at_hash</c> equals the recomputation over the access token beside it; null when either is absent (OIDC Core 3.1.3.6).</summary>
    public bool? AccessTokenHashMatches { get; init; }

    /// <summary>The same for <c>c_hash</c> over the code (OIDC Core 3.3.2.11).</summary>
    public bool? CodeHashMatches { get; init; }

    /// <summary>The same for <c>s_hash</c> over the state.</summary>
    public bool? StateHashMatches { get; init; }

    /// <summary>For every expected claim that carries a pattern: does the raw value match it?</summary>
    public IReadOnlyDictionary<string, bool> ClaimMatches { get; init; } = new Dictionary<string, bool>();
}

/// <summary>Outcome of verifying a signature against the issuer's keys at the time of the run.</summary>
public enum SignatureVerdict
{
    NotChecked,
    Valid,

    /// <summary>Verified only by trying every key: the token or the key lacks a key id.</summary>
    ValidByTrial,
    Invalid,
    UnknownKey,
    AlgorithmNone,

    /// <summary>HS256 and kin, which a public client cannot verify.</summary>
    SymmetricAlgorithm,
    KeysUnavailable,
}
