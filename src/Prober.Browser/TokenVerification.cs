using Prober.Browser.Recording;
using Prober.Evidence.Provider;
using Prober.Evidence.Tokens;
using Prober.Scenarios;

namespace Prober.Browser;

/// <summary>Verifies one token against what its issuer publishes now, outside any journey.</summary>
public static class TokenVerification
{
    /// <summary>Fetches discovery document and keys, and verifies the signature with them.</summary>
    /// <param name="token">As received.</param>
    /// <param name="issuer">Issuer identifier; its discovery document is asked for.</param>
    /// <param name="time">Bounds the request.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public static async Task<(SignatureObservation Signature, ProviderMetadata Provider)> VerifyAsync(
        string token, string issuer, TimeProvider time, CancellationToken cancellationToken)
    {
        using var fetcher = new ProviderMetadataFetcher(time, ignoreHttpsErrors: false, TimeSpan.FromSeconds(15));
        var provider = await fetcher.FetchAsync(new ProviderSettings { Issuer = issuer }, cancellationToken);
        var parts = JwtParts.Decode(token);
        var captured = new CapturedToken
        {
            Kind = TokenKind.Unknown,
            Place = TokenPlace.File,
            SeenAt = time.GetUtcNow(),
            Raw = token,
            Header = parts.Header,
            Claims = parts.Claims,
            DecodeError = parts.Error,
            Length = token.Length,
        };
        return (await new JwksSignatureVerifier(provider).VerifyAsync(captured, cancellationToken), provider);
    }
}
