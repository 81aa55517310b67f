namespace Prober.Evidence.Tokens;

/// <summary>Whether a token request's verifier fits the challenge of its authorization request (RFC 7636 section 4.6): observed before redaction hides both.</summary>
public sealed record PkceObservation
{
    /// <summary>HAR entry of the request with <c>code_challenge</c>; null when none was recorded.</summary>
    public int? AuthorizationEntry { get; init; }

    /// <summary>HAR entry of the request with <c>code_verifier</c>.</summary>
    public required int TokenEntry { get; init; }

    /// <summary><c>S256</c> or <c>plain</c>, which is the default when the request names none; null without an authorization request.</summary>
    public string? Method { get; init; }

    /// <summary>Null when there is nothing to compare with or the method is unknown.</summary>
    public bool? Matches { get; init; }
}
