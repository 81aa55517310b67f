namespace Prober.Checklist.Checks.Claims;

/// <summary>The hashes that bind the ID token to the access token, code and state beside it.</summary>
public sealed class TokenHashes : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-hashes",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the ID token belong to the code and access token beside it?",
        Why: "A hash that does not fit means that a token was substituted or two logins were mixed.",
        Remedy: "Look for a proxy or script that mixes answers, and for a provider that hashes with another algorithm than the token's.")
    {
        DependsOn = ["claims-jwt-nonce"],
        Owner = FaultOwner.IdentityProvider,
        References = ["OpenID Connect Core 1.0 sections 3.1.3.6, 3.2.2.9 and 3.3.2.11"],
        AnsweredBy = "a recording that holds the code and access token beside the ID token",
        Reasons = Reasons(
            ("equal", "Every hash present equals its recomputation."),
            ("different", "A hash does not fit."),
            ("required-missing", "A hash that this flow requires is absent."),
            ("optional", "There is no hash, and this flow requires none."),
            ("partner-not-visible", "What was hashed was not seen.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        var observed = token.Token.Observed;
        (string Claim, string Partner, bool? Matches)[] hashes =
        [
            ("at_hash", "access token", observed.AccessTokenHashMatches),
            ("c_hash", "code", observed.CodeHashMatches),
            ("s_hash", "state", observed.StateHashMatches),
        ];
        foreach (var (claim, partner, _) in hashes.Where(hash => hash.Matches is false))
            return Finding.Fail("different", $"{claim} of {token.NameInSentence} does not fit the {partner} beside it.", token.Claim(claim));
        if (RequiredAndMissing(token) is { } missing)
            return Finding.Fail("required-missing",
                $"{token.Name} lacks {missing}, which this flow requires.",
                [EvidencePointer.Token(token.Index, $"claims.{missing}", null), .. token.Asked("response_type")]);
        var present = hashes.Where(hash => token.Has(hash.Claim)).ToList();
        if (present.Count == 0)
            return Finding.NotApplicable("optional", $"{token.Name} carries no hash, and this flow requires none.");
        return present.Any(hash => hash.Matches is true)
            ? Finding.Pass("equal",
                $"{string.Join(" and ", present.Where(hash => hash.Matches is true).Select(hash => hash.Claim))} of {token.NameInSentence} fits what came beside it.",
                token.Claim(present[0].Claim))
            : Finding.Inconclusive("partner-not-visible",
                $"What {present[0].Claim} of {token.NameInSentence} was computed from was not seen.", token.Claim(present[0].Claim));
    }

    /// <summary>Hashes are required only in tokens of the front channel, where nothing else protects what came beside them.</summary>
    private static string? RequiredAndMissing(ReceivedIdToken token)
    {
        if (!token.IsFrontChannel || !token.ResponseTypes.Contains("id_token"))
            return null;
        if (token.ResponseTypes.Contains("code") && !token.Has("c_hash"))
            return "c_hash";
        return token.ResponseTypes.Contains("token") && !token.Has("at_hash") ? "at_hash" : null;
    }
}
