using System.Text.Json.Nodes;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Claims;

/// <summary>What verifying the signature against the issuer's keys gave, as observed before redaction.</summary>
public sealed class TokenSignature : IdTokenCheck
{
    /// <summary>Characters of a base64url modulus of 2,048 bits; a shorter RSA key is too weak (RFC 7518 section 3.3).</summary>
    private const int ModulusOf2048Bits = 342;

    public override CheckInfo Info { get; } = new(
        "claims-jwt-signature",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the ID token's signature valid?",
        Why: "Without a valid signature anybody could have written the token, so every library refuses it.",
        Remedy: "Let the application fetch the provider's keys anew when it meets an unknown key id, and look whether keys were rotated or pinned.")
    {
        DependsOn = ["claims-jwt-audience"],
        Owner = FaultOwner.IdentityProvider,
        References = ["OpenID Connect Core 1.0 section 3.1.3.7 rule 6", "RFC 7515 section 5.2", "RFC 8725 section 3.1"],
        AnsweredBy = "a live run, which fetches the keys and verifies before it redacts",
        Reasons = Reasons(
            ("valid", "It verifies with the key the token names."),
            ("no-key-id", "It verifies only by trying every key."),
            ("weak-key", "It verifies with an RSA key under 2,048 bits."),
            ("invalid", "It does not verify."),
            ("unknown-key", "The key it names is not among the provider's keys."),
            ("alg-none", "It is not signed at all."),
            ("symmetric-public-client", "It is signed with a shared secret, which a client in the browser cannot hold."),
            ("symmetric", "It is signed with the client's secret, which is not known here."),
            ("keys-unavailable", "The provider's keys could not be had."),
            ("not-checked", "It was not verified, or the recording lacks the signature.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        var finding = Verdict(token, evidence);
        return token.Token.Observed.SignatureToldByCopy ? CopyTold.Of(finding) : finding;
    }

    private static Finding Verdict(ReceivedIdToken token, EvidenceReader evidence)
    {
        var detail = token.Token.Observed.SignatureDetail is { Length: > 0 } text ? $": {text.TrimEnd('.')}" : "";
        return token.Token.Observed.Signature switch
        {
            SignatureVerdict.Valid => Valid(token, evidence),
            SignatureVerdict.ValidByTrial => Finding.Warn("no-key-id",
                $"{token.Name} verifies only by trying every key, because token or key lacks a key id.", token.Header("kid")),
            SignatureVerdict.Invalid => Finding.Fail("invalid",
                $"The signature of {token.NameInSentence} does not verify{detail}.", token.Header("kid"), token.Header("alg")),
            SignatureVerdict.UnknownKey => Finding.Fail("unknown-key",
                $"{token.Name} names a key that the provider does not publish{detail}.", token.Header("kid")),
            SignatureVerdict.AlgorithmNone => Finding.Fail("alg-none", $"{token.Name} is not signed: its algorithm is none.", token.Header("alg")),
            SignatureVerdict.SymmetricAlgorithm => Symmetric(token),
            SignatureVerdict.KeysUnavailable => Finding.Inconclusive("keys-unavailable", $"The provider's keys could not be had{detail}."),
            _ => Finding.Inconclusive("not-checked", $"The signature of {token.NameInSentence} was not verified{detail}."),
        };
    }

    private static Finding Valid(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (Modulus(token, evidence) is { } modulus && modulus.Length < ModulusOf2048Bits)
            return Finding.Warn("weak-key",
                $"{token.Name} is signed with an RSA key of about {modulus.Length * 6} bits; 2,048 is the least.", token.Header("kid"));
        var caching = evidence.Bundle.Provider.Value is { Keys: not null, KeysCacheControl: null } ? " The keys are served without caching headers." : "";
        return Finding.Pass("valid", $"{token.Name} is signed with a key that the provider publishes.{caching}", token.Header("kid"));
    }

    private static string? Modulus(ReceivedIdToken token, EvidenceReader evidence)
    {
        var id = token.Token.Header?["kid"]?.ToString();
        var keys = evidence.Bundle.Provider.Value?.Keys?["keys"] as JsonArray;
        return keys?.OfType<JsonObject>().FirstOrDefault(key => key["kid"]?.ToString() == id)?["n"]?.ToString();
    }

    private static Finding Symmetric(ReceivedIdToken token) => token.Application?.Confidential is true
        ? Finding.Inconclusive("symmetric",
            $"{token.Name} is signed with the client's secret, which only application and provider know.", token.Header("alg"))
        : Finding.Fail("symmetric-public-client",
            $"{token.Name} is signed with a shared secret, which an application in the browser cannot hold. Choose RS256.", token.Header("alg"));
}
