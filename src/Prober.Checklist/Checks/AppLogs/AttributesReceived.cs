using Prober.Checklist.Checks.Token;
using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.AppLogs;

/// <summary>Whether the application itself ended up with what the tokens carried, by its own page about its user.</summary>
public sealed class AttributesReceived : Check
{
    private const string Id = "app-logs-attributes-received";
    private const string SecondProfile = "sso-second-app-profile";

    public override CheckInfo Info { get; } = new(
        Id, Stage.AppLogs, CheckClass.Root,
        "Did the application itself receive all attributes it needs?",
        "A token full of groups helps nobody when the application's mapping drops them: the user is signed in and may do nothing.",
        "The token has it, the application shows it not: set the application's role claim type or claim mapping.")
    {
        DependsOn = ["token-required-info"],
        Reads = [SecondProfile],
        Owner = FaultOwner.Application,
        AnsweredBy = "the application's page about its user (the scenario's applications.X.me)",
        References = ["https://learn.microsoft.com/aspnet/core/security/authentication/claims"],
        Reasons = new Dictionary<string, string>
        {
            ["received"] = "the application shows every expected attribute",
            ["signed-in"] = "the application knows its user; no attribute is expected",
            ["not-mapped"] = "an attribute that the token carries is not with the application",
            ["missing"] = "an expected attribute is not with the application",
            ["forbidden"] = "the application refuses the user it has just signed in",
            ["unreadable"] = "the application's page about its user could not be read",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var looks = evidence.Bundle.Received.Value ?? [];
        if (Forbidden(evidence, looks) is { } forbidden) return forbidden;
        var findings = (looks.Count > 0 ? looks : evidence.Received).Select(look => Judge(evidence, look)).ToList();
        return findings.FirstOrDefault(finding => finding.Verdict is Verdict.Fail) ?? findings.FirstOrDefault(finding => finding.BlockedBy is not null)
            ?? findings.FirstOrDefault(finding => finding.Verdict is Verdict.Inconclusive) ?? findings.FirstOrDefault()
            ?? Finding.Inconclusive("unreadable", "No application was asked about its user, because none was reached.");
    }

    private static Finding Judge(EvidenceReader evidence, ReceivedAttributes look)
    {
        if (look.Names is not { } names) return Finding.Inconclusive("unreadable", $"{look.Application} did not say whom it sees: {look.Problem ?? $"it answered {look.Status}"}.");
        var expected = Expected(evidence, look.Application);
        var missing = expected.Where(name => !names.Any(seen => AttributeNames.Default.Match(name, seen))).ToList();
        if (missing.Count == 0)
            return expected.Count == 0
                ? Finding.Pass("signed-in", $"{look.Application} knows its user ({names.Count} attributes); none is expected in particular.", Pointer(look, "status", $"{look.Status}"))
                : Finding.Pass("received", $"{look.Application} shows {string.Join(", ", expected)}.", [.. expected.Select(name => Pointer(look, name, "present"))]);
        if (evidence.FindingOf(SecondProfile) is { Verdict: Verdict.Fail } && look.Application != LoginCourse.Of(evidence).Decisive?.Application)
            return Finding.Blocked(SecondProfile, $"{look.Application} was not sent what it needs.");
        var tokens = LoginTokens.Of(evidence, LoginCourse.Of(evidence));
        return missing.Find(name => tokens.Find(name) is { IsEmpty: false }) is { } dropped
            ? Finding.Fail("not-mapped", $"The token carries {dropped}, but {look.Application} shows none: its mapping drops it.",
                Pointer(look, dropped, "absent"), EvidencePointer.Token(tokens.Find(dropped)!.Index, $"claims.{dropped}", "present")) with
            { Remedy = $"Map {dropped} in {look.Application} (role claim type, claim actions, authorities converter)." }
            : Finding.Fail("missing", $"{look.Application} shows no {string.Join(", ", missing)}.", [.. missing.Select(name => Pointer(look, name, "absent"))]) with
            {
                Confidence = Confidence.Medium,
                Remedy = $"See whether the tokens of {look.Application} carry {missing[0]} (scope, claim mapping at the provider); if they do, mend its own mapping.",
            };
    }

    private static IReadOnlyList<string> Expected(EvidenceReader evidence, string application) =>
    [
        .. RequiredClaims.Of(evidence.Expectations, application).Keys.Union(evidence.Expectations.RequiredAttributes.Keys)
            .Union(evidence.Expectations.Groups.Count > 0 ? ["groups"] : Array.Empty<string>()),
    ];

    /// <summary>The application's page about the user, or the page after the callback, says 403 to somebody who has just been signed in.</summary>
    private static Finding? Forbidden(EvidenceReader evidence, IReadOnlyList<ReceivedAttributes> looks)
    {
        if (looks.FirstOrDefault(look => look.Status == 403) is { } refused)
            return Finding.Fail("forbidden", $"{refused.Application} signed the user in and then answered 403: it finds no role or group that it knows.", Pointer(refused, "status", "403"));
        if (LoginCourse.Of(evidence).Decisive is not { Succeeded: true, Callback: { } callback } login) return null;
        var page = evidence.Traffic.Entries.Skip(callback.Index + 1).Take(10).FirstOrDefault(entry => entry.Response.Status == 403 && evidence.Facts.IsDocument(entry)
            && evidence.Facts.RoleOf(entry) == EndpointRole.Application && entry.Request.Uri?.Authority == callback.Request.Uri?.Authority);
        return page is null ? null
            : Finding.Fail("forbidden", $"{login.Application ?? "The application"} signed the user in and then answered 403 at {page.Request.Uri!.AbsolutePath}: it finds no role or group that it knows.",
                EvidencePointer.Har(page.Index, "response.status", "403"));
    }

    private static EvidencePointer Pointer(ReceivedAttributes look, string field, string value) => EvidencePointer.Api($"me[{look.Application}].{field}", value);
}
