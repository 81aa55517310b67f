using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Tokens;

namespace Prober.Checklist.Checks.Token;

/// <summary>Whether what the application needs to know about the user is in the tokens it got.</summary>
public sealed class RequiredInfo : Check
{
    private const string Id = "token-required-info";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Token, CheckClass.Root,
        "Does the token carry the information that the application needs?",
        "A login that succeeds without e-mail or groups fails one page later, and nobody suspects the token.",
        "Request the scope that brings the claim, or add a claim mapping at the identity provider (Auth0: under a namespaced name such as https://example.com/groups).")
    {
        DependsOn = ["token-returned"],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "the ID token itself (--tokens FILE), or a flow whose token response the browser sees",
        References = ["OpenID Connect Core 1.0 sections 5.1, 5.3 and 5.4"],
        Reasons = new Dictionary<string, string>
        {
            ["present"] = "every required claim is there",
            ["missing"] = "a required claim is in no visible token",
            ["empty"] = "a required claim is there without a value",
            ["wrong-value"] = "a required claim does not match its pattern",
            ["group-overage"] = "the groups are too many and were left out",
            ["user-info-only"] = "a claim is only in the UserInfo response",
            ["access-token-only"] = "a claim is only in the access token",
            ["namespaced"] = "a claim is there under a namespaced name",
            ["subject-differs"] = "UserInfo speaks of another subject than the ID token",
            ["user-info-refused"] = "the UserInfo endpoint refused the access token",
            ["nothing-required"] = "the scenario requires no claims",
            ["not-visible"] = "no token is visible in this flow",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var required = RequiredClaims.Of(evidence.Expectations, course.Decisive?.Application);
        if (evidence.Facts.Errors.FirstOrDefault(error => error.Owner == Id) is { } refused)
        {
            return Finding.Fail("user-info-refused", $"The UserInfo endpoint answered {refused.Entry.Response.Status}.",
                EvidencePointer.Har(refused.Entry.Index, "response.status", $"{refused.Entry.Response.Status}"))
                with
            {
                Fault = FaultOwner.Application,
                Remedy = "Ask for the scope openid and call UserInfo with the access token of the same provider."
            };
        }

        if (required.Count == 0) return Finding.NotApplicable("nothing-required", "The scenario requires no claims.");
        var tokens = LoginTokens.Of(evidence, course);
        if (!tokens.Visible) return AssertedInfo.Judge(evidence, required) ?? Finding.Inconclusive("not-visible", "No ID token or UserInfo response is visible in this flow.");
        if (tokens.SubjectsDiffer is { } subjects) return subjects;
        var findings = required.Select(claim => Judge(tokens, claim.Key, claim.Value)).ToList();
        return findings.FirstOrDefault(finding => finding.Verdict == Verdict.Fail)
            ?? findings.FirstOrDefault(finding => finding.Verdict == Verdict.Warn)
            ?? Finding.Pass("present", $"Every required claim is there: {string.Join(", ", required.Keys)}.",
                [.. findings.SelectMany(finding => finding.Evidence)]);
    }

    private static Finding Judge(LoginTokens tokens, string claim, string? pattern)
    {
        if (tokens.Find(claim) is not { } found) return Missing(tokens, claim);
        var pointer = EvidencePointer.Token(found.Index, $"claims.{found.Name}", found.IsEmpty ? "" : "present");
        if (found.IsEmpty) return Finding.Fail("empty", $"The claim {claim} is in the {found.Source}, but empty.", pointer);
        if (pattern is not null && found.Token.Observed.ClaimMatches.TryGetValue(claim, out var fits) && !fits)
            return Finding.Fail("wrong-value", $"The claim {claim} in the {found.Source} does not match the expected pattern {pattern}.",
                pointer) with
            {
                Fault = FaultOwner.Account,
                Remedy = $"Correct the user's profile or the mapping of {claim}, or the pattern in the scenario."
            };
        if (found.Token.Kind == TokenKind.UserInfo)
            return Finding.Warn("user-info-only",
                $"The claim {claim} is only in the UserInfo response; an application that reads the ID token alone will miss it.", pointer);
        if (found.Token.Kind == TokenKind.Access)
            return Finding.Warn("access-token-only",
                $"The claim {claim} is only in the access token, which is not made for the application.", pointer);
        return found.Name != claim ? Finding.Warn("namespaced", $"The claim {claim} is there as {found.Name}.", pointer)
            with
        { Remedy = $"Have the application read {found.Name}." }
            : Finding.Pass("present", $"{claim} is in the {found.Source}.", pointer);
    }

    private static Finding Missing(LoginTokens tokens, string claim)
    {
        var pointers = tokens.Seen.Select(token => EvidencePointer.Token(token.Index, $"claims.{claim}", "absent")).ToList();
        if (claim is "groups" or "roles" && tokens.HasOverage)
            return Finding.Fail("group-overage",
                $"The user is in too many groups: {claim} was left out, and the token only says where to ask.", pointers)
                with
            { Remedy = "Send only the groups assigned to the application, or have the application ask the directory's API." };
        return Finding.Fail("missing",
            $"The claim {claim} is in no visible token ({string.Join(", ", tokens.Seen.Select(token => token.Source))}).", pointers)
            with
        { Remedy = Remedy(claim) };
    }

    private static string Remedy(string claim) => claim switch
    {
        "email" or "email_verified" =>
            "Request the scope email, and see that the user has an e-mail address and the provider maps it into the ID token.",
        "name" or "given_name" or "family_name" or "picture" or "nickname" or "preferred_username" =>
            "Request the scope profile, and see that the user's profile has the value.",
        "groups" or "roles" =>
            $"Add a claim mapping for {claim}; Auth0 drops {claim} silently unless the name is a URL such as https://example.com/{claim}.",
        _ => $"Add a mapping for {claim} at the identity provider, or request the scope that brings it.",
    };
}
