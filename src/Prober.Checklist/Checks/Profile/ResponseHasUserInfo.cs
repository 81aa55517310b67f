using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Whether the source of the login (the upstream provider, else the provider itself) sent the user's data at all.</summary>
public sealed class ResponseHasUserInfo : Check
{
    public override CheckInfo Info { get; } = new(
        "profile-idp-response-has-user-info", Stage.Profile, CheckClass.Root,
        "Did the provider's response itself carry the user's data?",
        "What the source does not send, no mapping and no rule can bring back.",
        "Add the attribute at the source (claim or attribute release), not in the application.")
    {
        DependsOn = ["credentials-broker-callback-seen"],
        Owner = FaultOwner.Upstream,
        AnsweredBy = "a flow whose response the browser carries (form_post, SAML), or the tokens themselves (--tokens FILE)",
        References = ["OpenID Connect Core 1.0 section 5.4", "SAML 2.0 Core section 2.7.3"],
        Reasons = new Dictionary<string, string>
        {
            ["complete"] = "the response carries every expected attribute",
            ["missing-at-source"] = "an expected attribute is not in the response",
            ["subject-only"] = "the response names the user and nothing else",
            ["nothing-required"] = "the scenario expects no attributes",
            ["not-visible"] = "the response went from server to server, or cannot be read",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var source = AttributesAtSource.Of(evidence);
        var required = Required(evidence, source);
        if (evidence.Expectations.RequiredAttributes.Count == 0 && !IsSubjectOnly(source))
            return Finding.NotApplicable("nothing-required", "The scenario expects no attributes of the user.");
        if (source.Seen.Count == 0)
            return Finding.Inconclusive("not-visible", source.IsUpstream
                ? "The upstream provider's answer went from server to server; what it held cannot be seen."
                : "The provider's answer went from server to server; what it held cannot be seen.");
        if (required.Where(name => source.Find(name) is null).ToList() is { Count: > 0 } missing) return Missing(evidence, source, missing);
        return IsSubjectOnly(source)
            ? Finding.Warn("subject-only", "The response names the user and says nothing else of them.", source.Seen[0].PointAt("sub", "present"))
            : Finding.Pass("complete", $"{Where(source)} carries every expected attribute.",
                [.. required.Select(source.Find).Select(found => found!.Value.Where.PointAt(found.Value.Name, "present"))]);
    }

    // Without an upstream provider a claim that an application needs is the question of token-required-info.
    private static IReadOnlyList<string> Required(EvidenceReader evidence, AttributesAtSource source)
    {
        var names = evidence.Expectations.RequiredAttributes.Keys;
        var claims = Token.RequiredClaims.Of(evidence.Expectations, LoginCourse.Of(evidence).Decisive?.Application);
        return [.. source.IsUpstream ? names : names.Where(name => !claims.ContainsKey(name))];
    }

    private static Finding Missing(EvidenceReader evidence, AttributesAtSource source, List<string> missing)
    {
        // The directory has it, so the provider knows it and only its tokens leave it out.
        if (!source.IsUpstream && RequiredAttributes.Record(evidence) is { } record && missing.TrueForAll(name => record.Find(name) is not null))
            return Finding.Warn("missing-at-source", $"The provider knows {string.Join(", ", missing)}, but {Where(source)} does not carry it.",
                source.Seen[0].PointAt(missing[0], "absent")) with
            { Fault = FaultOwner.IdentityProvider, Remedy = $"Request the scope that brings {missing[0]}, or map it into the token, if an application needs it." };
        var from = source.IsUpstream ? "The upstream provider" : "The provider";
        return Finding.Fail("missing-at-source", $"{from} did not send {string.Join(", ", missing)}: {Where(source)} does not carry it.",
            [.. missing.Select(name => source.Seen[0].PointAt(name, "absent"))]) with
        { Fault = source.IsUpstream ? FaultOwner.Upstream : FaultOwner.IdentityProvider, Remedy = $"{from} has to send {missing[0]}: add it to its claim or attribute release, not in the application." };
    }

    private static bool IsSubjectOnly(AttributesAtSource source) => source is { IsUpstream: true, Seen: [var first, ..] }
        && source.Seen.All(seen => seen.Find("email") is null && seen.Find("name") is null && seen.Find("given_name") is null) && first.Find("sub") is not null;

    private static string Where(AttributesAtSource source) => string.Join(" and ", source.Seen.Select(seen => seen.Source).Distinct());
}
