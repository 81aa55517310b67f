using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Names the family of the error after credentials. It never fails: it explains the failure beside it.</summary>
public sealed class ErrorClassified : Check
{
    private const string Outcome = "credentials-no-error-shown";

    public override CheckInfo Info { get; } = new(
        "credentials-error-classified", Stage.Credentials, CheckClass.Root,
        "Which kind of error was shown after entering credentials?",
        "Wrong password, lockout, second factor and policy look alike on the page and need different people to act.",
        "Act on the kind of error named here.")
    {
        Reads = [Outcome],
        Owner = FaultOwner.Account,
        AnsweredBy = "the identity provider's log",
        References = ["https://auth0.com/docs/libraries/common-issues",
            "https://learn.microsoft.com/entra/identity-platform/reference-error-codes"],
        Reasons = CredentialErrors.Default.Families.ToDictionary(family => family.Reason, family => family.Remedy)
            .Concat(new Dictionary<string, string>
            {
                ["no-error"] = "no error was shown",
                ["unclassified"] = "no known code or text fits",
            }).ToDictionary(),
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var outcome = evidence.FindingOf(Outcome);
        if (outcome.BlockedBy is { } root) return Finding.Blocked(root, "The login ended before credentials could be judged.");
        if (SecondFactor(evidence) is { } factor) return factor;
        if (outcome.Verdict is not Verdict.Fail) return Finding.NotApplicable("no-error", "No error was shown after the credentials.");
        var family = CredentialErrors.Default.Families.FirstOrDefault(family => family.Reason == outcome.Reason);
        return family is not null
            ? Finding.Pass(family.Reason, $"It is {family.Reason}: {family.Remedy}", [.. outcome.Evidence]) with { Remedy = family.Remedy }
            : Finding.Inconclusive("unclassified", $"No known code or text fits: {outcome.Summary}", [.. outcome.Evidence]);
    }

    // A second factor asked for and not given is no error of the credentials, but it is why the login stopped.
    private static Finding? SecondFactor(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Reached || course.Stopper is not null || course.Decisive is not { CredentialPost: { } submission } transaction)
            return null;
        var last = transaction.Chain.LastOrDefault(evidence.Facts.IsDocument);
        var byPage = last is not null && last.Index > submission.Index && evidence.Facts.RoleOf(last) == EndpointRole.Mfa;
        var tab = course.Tabs.LastOrDefault(tab => tab.Look is TabLook.AfterCredentials && tab.Controls.Contains("one-time-code"));
        if (!byPage && tab is null) return null;
        var remedy = CredentialErrors.Default.Families.Single(family => family.Reason == "mfa").Remedy;
        return Finding.Pass("mfa", $"The login stopped at a second factor. {remedy}", tab is not null
            ? EvidencePointer.Tab(course.IndexOf(tab), "controls", "one-time-code")
            : EvidencePointer.Har(last!.Index, "request.url", last.Request.Url.Split('?')[0]))
            with
        { Remedy = remedy };
    }
}
