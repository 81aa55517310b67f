namespace Prober.Checklist.Checks.Claims;

/// <summary>Times of the ID token against the moment it arrived, with the machine whose clock is off.</summary>
public sealed class TokenTimes : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-time",
        Stage.Claims,
        CheckClass.Root,
        Question: "Was the ID token valid in time when it arrived?",
        Why: "Clocks that drift apart make fresh tokens look expired or not yet valid, and libraries allow seconds, not minutes.",
        Remedy: "Enable time synchronisation (NTP) on every machine that takes part, and look at the token lifetime.")
    {
        DependsOn = ["claims-jwt-signature"],
        Owner = FaultOwner.IdentityProvider,
        References = ["OpenID Connect Core 1.0 section 3.1.3.7 rules 9 and 10", "RFC 7519 section 4.1.4"],
        AnsweredBy = "a recording that holds the token's arrival",
        Reasons = Reasons(
            ("in-time", "Issued before and expiring after it arrived."),
            ("missing", "exp or iat is absent."),
            ("not-numeric", "A time is no number of seconds."),
            ("milliseconds", "A time is given in milliseconds."),
            ("exp-before-iat", "It expires before it was issued."),
            ("expired", "It had expired when it arrived."),
            ("not-yet-valid", "It was issued, or becomes valid, after it arrived."),
            ("own-clock", "The prober's own clock is off, so the target cannot be judged."),
            ("within-allowance", "Only the allowance for clocks saves it."),
            ("clock-skew", "A host's clock is off by more than 30 seconds."),
            ("long-lifetime", "It is valid for more than a day."),
            ("old", "It was issued more than ten minutes before it was first seen."),
            ("arrival-unknown", "When it arrived is not known.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        if (Malformed(token) is { } malformed)
            return malformed;
        if (token.Token.Entry is null)
            return Finding.Inconclusive("arrival-unknown",
                $"When {token.NameInSentence} arrived is not known, so its times cannot be judged.", token.Claim("exp"));
        var validity = new TokenValidity(token, evidence);
        var clock = ClockOffset.Find(evidence);
        if (validity.Violation(evidence.Expectations.Skew) is { } violation)
            return Violated(token, validity, violation, clock);
        return Warning(token, validity, clock) ??
            Finding.Pass("in-time",
                $"{token.Name} arrived {validity.SinceIssued:0} s after it was issued and was valid for another {validity.UntilExpiry:0} s.",
                token.Claim("exp"));
    }

    private static Finding? Malformed(ReceivedIdToken token)
    {
        foreach (var claim in (string[])["exp", "iat", "nbf"])
        {
            if (!token.Has(claim) && claim == "nbf")
                continue;
            if (!token.Has(claim))
                return Finding.Fail("missing", $"{token.Name} has no {claim}, which is required.", token.Claim(claim));
            if (token.Number(claim) is not { } value)
                return Finding.Fail("not-numeric", $"{claim} of {token.NameInSentence} is not a number of seconds.", token.Claim(claim));
            if (value > 1e11)
                return Finding.Fail("milliseconds",
                    $"{claim} of {token.NameInSentence} is in milliseconds; it must be in seconds.", token.Claim(claim));
        }

        return token.Number("exp") <= token.Number("iat")
            ? Finding.Fail("exp-before-iat", $"{token.Name} expires before it was issued.", token.Claim("exp"), token.Claim("iat"))
            : null;
    }

    private static Finding Violated(ReceivedIdToken token, TokenValidity validity, TimeViolation violation, ClockOffset? clock)
    {
        if (clock is { IsBrowser: true, Owner: FaultOwner.Prober })
            return Finding.Inconclusive("own-clock",
                $"{clock.Sentence} The token's times cannot be judged with it.", token.Claim(violation.Claim)) with
            { Remedy = clock.Remedy };
        var what = violation.Claim == "exp" ? "had expired when it arrived" : "was not yet valid when it arrived";
        var summary = $"{token.Name} {what}, by {violation.Seconds:0} s. {clock?.Sentence ?? validity.Suspect(violation)}";
        return Finding.Fail(violation.Claim == "exp" ? "expired" : "not-yet-valid", summary, [token.Claim(violation.Claim), validity.Arrival]) with
        {
            Fault = clock?.Owner,
            Remedy = clock?.Remedy,
        };
    }

    private static Finding? Warning(ReceivedIdToken token, TokenValidity validity, ClockOffset? clock)
    {
        if (clock is { IsBrowser: false })
            return Finding.Warn("clock-skew",
                $"{clock.Sentence} Logins will fail when it drifts further.", validity.Arrival) with
            { Remedy = clock.Remedy };
        if (validity.Violation(TimeSpan.Zero) is { Seconds: > 2 } close)
            return Finding.Warn("within-allowance",
                $"{token.Name} is off by {close.Seconds:0} s; only the allowance for clocks saves it.",
                token.Claim(close.Claim));
        if (validity.Lifetime > 86_400)
            return Finding.Warn("long-lifetime",
                $"{token.Name} is valid for {validity.Lifetime / 3600:0} hours.", token.Claim("exp"));
        return validity.SinceIssued > 600 && !token.IsRefreshed
            ? Finding.Warn("old",
                $"{token.Name} was issued {validity.SinceIssued / 60:0} minutes before it was first seen.",
                token.Claim("iat"))
            : null;
    }
}
