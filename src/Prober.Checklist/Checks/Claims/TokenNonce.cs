namespace Prober.Checklist.Checks.Claims;

/// <summary>The <c>nonce</c> that binds the ID token to the request it answers.</summary>
public sealed class TokenNonce : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-nonce",
        Stage.Claims,
        CheckClass.Root,
        Question: "Does the ID token answer the request that was made?",
        Why: "The nonce ties a token to one login attempt. When it differs, the token belongs to another attempt, or somebody replays one.",
        Remedy: "Look for two tabs that share one stored nonce, a cached login page, or a provider that drops the parameter.")
    {
        DependsOn = ["claims-jwt-time"],
        Owner = FaultOwner.IdentityProvider,
        References = ["OpenID Connect Core 1.0 sections 3.1.3.7 rule 11, 3.2.2.11 and 15.5.2"],
        AnsweredBy = "a recording that begins before the authorization request",
        Reasons = Reasons(
            ("equal", "The nonce is the one sent."),
            ("different", "The nonce is another one."),
            ("dropped", "A nonce was sent, and the token has none."),
            ("not-sent", "A token in the front channel was asked for without a nonce, which is required there."),
            ("unused-with-pkce", "No nonce was sent; PKCE binds the code instead."),
            ("unused", "Neither nonce nor PKCE binds the answer to the request."),
            ("refreshed", "A refreshed token answers no authorization request."),
            ("request-not-seen", "The authorization request is not in the recording, or its parameters are pushed.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (token.IsRefreshed)
            return Finding.NotApplicable("refreshed", "The token came by a refresh token, which needs no nonce.");
        if (token.Transaction is not { } transaction)
            return Finding.Inconclusive("request-not-seen", $"The request that {token.NameInSentence} answers was not seen.");
        if (transaction.Parameters.GetValueOrDefault("nonce") is not { } sent)
            return NothingSent(token);
        if (token.Text("nonce") is not { } received)
            return Finding.Fail("dropped",
                $"The request carried a nonce, but {token.NameInSentence} has none.",
                [EvidencePointer.Token(token.Index, "claims.nonce", null), .. token.Asked("nonce")]);
        if (received == sent)
            return Finding.Pass("equal", $"{token.Name} carries the nonce of its request.", [token.Claim("nonce"), .. token.Asked("nonce")]);
        return evidence.Facts.Has("values-redacted")
            ? Finding.Inconclusive("request-not-seen", "The recording hides the nonce.")
            : Finding.Fail("different",
                $"{token.Name} carries another nonce than the request it answers.", [token.Claim("nonce"), .. token.Asked("nonce")]);
    }

    private static Finding NothingSent(ReceivedIdToken token)
    {
        var parameters = token.Transaction!.Parameters;
        if (parameters.ContainsKey("request_uri") || parameters.ContainsKey("request"))
            return Finding.Inconclusive("request-not-seen", "The request's parameters were pushed to the provider, so its nonce was not seen.");
        if (token.IsFrontChannel && token.ResponseTypes.Contains("id_token"))
        {
            return Finding.Fail("not-sent",
                "An ID token was asked for in the front channel without a nonce, which is required there.", [.. token.Asked("response_type")]) with
            {
                Fault = FaultOwner.Application,
                Remedy = "Let the application send a fresh nonce with every authorization request.",
            };
        }

        return parameters.ContainsKey("code_challenge")
            ? Finding.NotApplicable("unused-with-pkce", "No nonce was sent; PKCE binds the code to the application instead.")
            : Finding.Warn("unused",
                "Neither a nonce nor PKCE binds the answer to the request.",
                [.. token.Asked("nonce")]) with
            { Remedy = "Send a nonce, or use PKCE." };
    }
}
