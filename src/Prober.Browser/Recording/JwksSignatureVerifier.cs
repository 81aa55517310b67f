using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Prober.Evidence.Provider;
using Prober.Evidence.Tokens;

namespace Prober.Browser.Recording;

/// <summary>Verifies signatures over the provider's published keys, as they were at the time of the run (RFC 7515, RFC 7517).</summary>
public sealed class JwksSignatureVerifier : ISignatureVerifier
{
    private readonly IReadOnlyList<JsonWebKey> _keys;
    private readonly string? _missing;
    private readonly JsonWebTokenHandler _handler = new();

    public JwksSignatureVerifier(ProviderMetadata? metadata)
    {
        (_keys, _missing) = metadata?.Keys is { } keys ? Read(keys.ToJsonString()) : ([], "the provider's key set could not be fetched");
    }

    public async ValueTask<SignatureObservation> VerifyAsync(CapturedToken token, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var algorithm = Text(token, "alg");
        if (token.Raw is null || algorithm is null) return new(SignatureVerdict.NotChecked, "it is no signed JWT");
        if (algorithm.Equals("none", StringComparison.OrdinalIgnoreCase)) return new(SignatureVerdict.AlgorithmNone, "the header says alg none");
        if (algorithm.StartsWith("HS", StringComparison.Ordinal)) return new(SignatureVerdict.SymmetricAlgorithm, $"the header says alg {algorithm}");
        if (_missing is not null) return new(SignatureVerdict.KeysUnavailable, _missing);

        var keyId = Text(token, "kid");
        var named = _keys.FirstOrDefault(key => keyId is not null && key.KeyId == keyId);
        if (named is not null)
            return await FailureAsync(token.Raw, named) is { } failure ? new(SignatureVerdict.Invalid, failure) : new(SignatureVerdict.Valid);
        if (keyId is not null && _keys.All(key => key.KeyId is not null))
            return new(SignatureVerdict.UnknownKey, $"the key set has no key {keyId}; it has {string.Join(", ", _keys.Select(key => key.KeyId))}");
        foreach (var key in _keys)
        {
            if (await FailureAsync(token.Raw, key) is not null) continue;
            return new(SignatureVerdict.ValidByTrial, keyId is null ? "the token names no key" : "the key has no id");
        }

        return new(SignatureVerdict.Invalid, "no key of the set verifies it");
    }

    /// <summary>Null when the signature is good; only the signature is asked about, as checks judge the claims.</summary>
    private async Task<string?> FailureAsync(string raw, SecurityKey key)
    {
        var result = await _handler.ValidateTokenAsync(raw, new TokenValidationParameters
        {
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = true,
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
            ValidateTokenReplay = false,
            RequireExpirationTime = false,
        });
        return result.IsValid ? null : result.Exception?.GetType().Name ?? "the signature does not fit";
    }

    private static (IReadOnlyList<JsonWebKey> Keys, string? Missing) Read(string json)
    {
        try
        {
            var keys = new JsonWebKeySet(json).Keys.Where(key => key.Use is null or "" or "sig").ToList();
            return keys.Count > 0 ? (keys, null) : ([], "the provider's key set holds no signing key");
        }
        catch (ArgumentException exception)
        {
            return ([], $"the provider's key set does not parse: {exception.GetType().Name}");
        }
    }

    private static string? Text(CapturedToken token, string name) =>
        token.Header?[name] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
