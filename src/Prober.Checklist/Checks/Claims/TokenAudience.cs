namespace Prober.Checklist.Checks.Claims;

/// <summary>The <c>aud</c> and <c>azp</c> claims against the client that asked.</summary>
public sealed class TokenAudience : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-audience",
        Stage.Claims,
        CheckClass.Root,
        Question: "Is the ID token meant for this application?",
        Why: "A token for another client proves nothing to this one, and accepting it would let one application act as another.",
        Remedy: "Give the application the client id it is registered with. Development and production ids swapped is the usual case.")
    {
        DependsOn = ["claims-jwt-issuer"],
        Owner = FaultOwner.Configuration,
        References = ["OpenID Connect Core 1.0 section 3.1.3.7 rules 3 to 5"],
        AnsweredBy = "the authorization request in the same recording, or the application's clientId in the scenario",
        Reasons = Reasons(
            ("equal", "The audience is the client."),
            ("other-client", "The audience does not hold the client."),
            ("missing", "The token names no audience."),
            ("authorized-party", "The authorized party is another client."),
            ("several-without-azp", "Several audiences, and no authorized party."),
            ("no-expectation", "The client is not known.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        var audiences = token.Values("aud");
        if (audiences.Count == 0)
            return Finding.Fail("missing",
                $"{token.Name} names no audience.",
                EvidencePointer.Token(token.Index, "claims.aud", null)) with
            { Fault = FaultOwner.IdentityProvider };
        if (token.ClientId is not { } client)
            return Finding.Inconclusive("no-expectation",
                $"{token.Name} is for {string.Join(", ", audiences)}; which client asked was not seen.", token.Claim("aud"));
        if (!audiences.Contains(client))
        {
            return Finding.Fail("other-client", $"{token.Name} is for {string.Join(", ", audiences)}, but the client that asked is {client}.",
                [token.Claim("aud"), .. token.Asked("client_id")]);
        }

        if (token.Text("azp") is { } party && party != client)
            return Finding.Fail("authorized-party",
                $"{token.Name} names {party} as authorized party, but the client that asked is {client}.",
                [token.Claim("azp"), .. token.Asked("client_id")]);
        return audiences.Count > 1 && !token.Has("azp")
            ? Finding.Warn("several-without-azp",
                $"{token.Name} has {audiences.Count} audiences and no azp; strict libraries refuse that.", token.Claim("aud"))
            : Finding.Pass("equal", $"{token.Name} is for {client}.", token.Claim("aud"));
    }
}
