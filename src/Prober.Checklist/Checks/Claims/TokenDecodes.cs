namespace Prober.Checklist.Checks.Claims;

/// <summary>Structure of the ID token: three base64url parts, JSON inside (RFC 7515 section 7.1).</summary>
public sealed class TokenDecodes : IdTokenCheck
{
    /// <summary>Characters of a token whose payload is about 4 KB: what cookies and header buffers stop bearing.</summary>
    private const int LargeToken = 5_600;

    public override CheckInfo Info { get; } = new(
        "claims-jwt-decodes",
        Stage.Claims,
        CheckClass.Root,
        Question: "Can the ID token be decoded?",
        Why: "A token that is no well-formed JSON Web Token is refused before anything in it is read.",
        Remedy: "Look at what the provider put in the place of the ID token. An access token or a code copied there is the usual case.")
    {
        DependsOn = ["token-returned"],
        Owner = FaultOwner.IdentityProvider,
        References = ["RFC 7515 section 7.1", "RFC 7519 section 7.2", "OpenID Connect Core 1.0 section 2"],
        AnsweredBy = "a HAR with bodies, or a live run",
        Reasons = Reasons(
            ("well-formed", "Header and claims are JSON objects."),
            ("malformed", "It is no JSON Web Token, or an opaque string stands in its place."),
            ("encrypted", "It is encrypted for the application, so only the application can read it."),
            ("redacted", "The recording hides its content."),
            ("unusual-type", "The header's typ is neither JWT nor absent."),
            ("large", "The claims take more than about 4 KB.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (token.Token.Header?["enc"] is not null)
            return Finding.Inconclusive("encrypted", $"{token.Name} is encrypted for the application and cannot be read here.", token.Header("enc"));
        if (token.Token.Claims is null || token.Token.DecodeError is not null)
            return Undecodable(token, evidence);
        if (token.Token.Header?["typ"]?.ToString() is { } type && !type.Equals("JWT", StringComparison.OrdinalIgnoreCase))
            return Finding.Warn("unusual-type", $"{token.Name} says typ={type}; an ID token says JWT or nothing.", token.Header("typ"));
        if (token.Token.Length > LargeToken)
        {
            return Finding.Warn("large",
                $"{token.Name} is {token.Token.Length} characters long. Kept in a cookie or header, it may be cut or refused.",
                EvidencePointer.Token(token.Index, "length", $"{token.Token.Length}"));
        }

        return Finding.Pass("well-formed", $"{token.Name} decodes.", token.Header("alg"));
    }

    private static Finding Undecodable(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (evidence.Bundle.Traffic.IsPresent && evidence.Facts.Has("values-redacted"))
            return Finding.Inconclusive("redacted", $"{token.Name} was redacted by whoever recorded it.");
        var error = token.Token.DecodeError ?? "it holds no claims";
        return Finding.Fail("malformed",
            $"{token.Name} is not a JSON Web Token: {error.TrimEnd('.')}.", EvidencePointer.Token(token.Index, "token", error));
    }
}
