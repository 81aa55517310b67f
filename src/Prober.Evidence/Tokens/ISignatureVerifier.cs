namespace Prober.Evidence.Tokens;

/// <summary>
/// Verifies a token against the issuer's keys. Evidence knows neither network nor cryptographic libraries, so whoever gathers brings this;
/// it must not throw for a bad token, which is a verdict.
/// </summary>
public interface ISignatureVerifier
{
    /// <summary>Called with <see cref="CapturedToken.Raw"/> still there.</summary>
    ValueTask<SignatureObservation> VerifyAsync(CapturedToken token, CancellationToken cancellationToken);
}

/// <summary>The verdict and why, in one clause without the token.</summary>
public sealed record SignatureObservation(SignatureVerdict Verdict, string? Detail = null);
