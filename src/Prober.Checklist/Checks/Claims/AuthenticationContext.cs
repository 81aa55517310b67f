namespace Prober.Checklist.Checks.Claims;

/// <summary>How and when the user was authenticated, against what request and scenario asked for.</summary>
public sealed class AuthenticationContext : IdTokenCheck
{
    public override CheckInfo Info { get; } = new(
        "claims-jwt-auth-context",
        Stage.Claims,
        CheckClass.Root,
        Question: "Was the user authenticated as recently and as strongly as was asked?",
        Why: "An application that asks for a fresh or stronger login and gets an old or weaker one must refuse it.",
        Remedy: "Look why the provider accepted the older or weaker session: ignored max_age or acr_values, or a policy that skips the second factor.")
    {
        DependsOn = ["claims-jwt-hashes"],
        Owner = FaultOwner.IdentityProvider,
        References = ["OpenID Connect Core 1.0 sections 2, 3.1.2.1 and 5.5.1.1"],
        AnsweredBy = "a recording that begins before the authorization request",
        Reasons = Reasons(
            ("as-asked", "What was asked for is there."),
            ("nothing-asked", "Neither request nor scenario asks for anything."),
            ("auth-time-missing", "max_age was asked for, and the token does not say when the user logged in."),
            ("too-old", "The user logged in longer ago than was asked."),
            ("acr-not-met", "The required authentication class was not reached."),
            ("acr-voluntary", "A wished authentication class was not reached."),
            ("amr-not-met", "An expected authentication method was not used."),
            ("organization", "The organization that was asked for is not in the token.")),
    };

    private protected override Finding Judge(ReceivedIdToken token, EvidenceReader evidence)
    {
        var asked = AskedContext.Of(token, evidence);
        if (asked.IsEmpty)
            return Finding.NotApplicable("nothing-asked", "Neither the request nor the scenario asks how or when the user logs in.");
        return Age(token, asked, evidence) ?? Class(token, asked) ?? Methods(token, evidence) ?? Organization(token, asked) ?? Voluntary(token, asked) ??
            Finding.Pass("as-asked", $"{token.Name} tells of a login as it was asked for.", token.Claim(asked.MaxAge is null ? "acr" : "auth_time"));
    }

    private static Finding? Age(ReceivedIdToken token, AskedContext asked, EvidenceReader evidence)
    {
        if (asked.MaxAge is not { } limit || token.IsRefreshed)
            return null;
        if (token.Number("auth_time") is not { } loggedIn)
        {
            if (token.Transaction?.Parameters.ContainsKey("max_age") is not true)
                return null;
            return Finding.Fail("auth-time-missing",
                $"The request asks for a login at most {Seconds(limit)} old, but {token.NameInSentence} does not say when the user logged in.",
                [EvidencePointer.Token(token.Index, "claims.auth_time", null), .. token.Asked("max_age")]);
        }

        var age = (token.Number("iat") ?? loggedIn) - loggedIn;
        return age <= limit.TotalSeconds + evidence.Expectations.Skew.TotalSeconds
            ? null
            : Finding.Fail("too-old",
                $"The request asks for a login at most {Seconds(limit)} old; the provider accepted one that was {age:0} s old.",

                [token.Claim("auth_time"), .. token.Asked("max_age")]);
    }

    private static Finding? Class(ReceivedIdToken token, AskedContext asked) =>
        asked.EssentialClasses.Count == 0 || asked.EssentialClasses.Contains(token.Text("acr") ?? "")
            ? null
            : Finding.Fail("acr-not-met",
                $"The authentication class must be {string.Join(" or ", asked.EssentialClasses)}, but {token.NameInSentence} says {token.Text("acr") ?? "nothing"}.",
                token.Claim("acr"));

    private static Finding? Methods(ReceivedIdToken token, EvidenceReader evidence)
    {
        var missing = evidence.Expectations.Amr.Except(token.Values("amr"), StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? null
            : Finding.Fail("amr-not-met",
                $"The scenario expects authentication by {string.Join(" and ", missing)}, but {token.NameInSentence} says {token.Text("amr") ?? "nothing"}.",
                token.Claim("amr"));
    }

    private static Finding? Organization(ReceivedIdToken token, AskedContext asked) =>
        asked.Organization is not { } wanted || token.Text("org_id") == wanted || token.Text("org_name") == wanted || IsHidden(token.Text("org_id"))
            ? null
            : Finding.Fail("organization",
                $"The request is for the organization {wanted}, but {token.NameInSentence} says {token.Text("org_id") ?? "none"}.",
                [token.Claim("org_id"), .. token.Asked("organization")]);

    private static Finding? Voluntary(ReceivedIdToken token, AskedContext asked) =>
        asked.WishedClasses.Count == 0 || asked.WishedClasses.Contains(token.Text("acr") ?? "")
            ? null
            : Finding.Warn("acr-voluntary",
                $"The request wishes for the authentication class {string.Join(" or ", asked.WishedClasses)}; {token.NameInSentence} says {token.Text("acr") ?? "nothing"}.",
                token.Claim("acr"));

    /// <summary>A fingerprint stands for a value that must not be shown, so it cannot be compared with a plain one.</summary>
    private static bool IsHidden(string? value) => value?.StartsWith("fp_", StringComparison.Ordinal) is true;

    private static string Seconds(TimeSpan limit) => $"{limit.TotalSeconds:0} s";
}
