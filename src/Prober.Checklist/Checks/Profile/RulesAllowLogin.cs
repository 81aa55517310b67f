using Prober.Checklist.Facts;

namespace Prober.Checklist.Checks.Profile;

/// <summary>Rules, Actions and policies of the provider run after the password was accepted, and may still refuse the login.</summary>
public sealed class RulesAllowLogin : Check
{
    private const string Id = "profile-rules-actions-ok";

    public override CheckInfo Info { get; } = new(
        Id,
        Stage.Profile,
        CheckClass.Root,
        Question: "Did the provider's rules and policies let the user through?",
        Why: "A rule that refuses or breaks ends a login whose password was right, and only its own message says why.",
        Remedy: "Read the rule's message. Disable rules and Actions one by one, or assign the user to the application; each must call back exactly once and catch its own errors.")
    {
        Owner = FaultOwner.Configuration,
        References = ["RFC 6749 section 4.1.2.1 (access_denied)", "https://auth0.com/docs/customize/actions/actions-overview"],
        AnsweredBy = "the identity provider's log",
        Reasons = new Dictionary<string, string>
        {
            ["allowed"] = "The login went through, so nothing refused it.",
            ["denied"] = "A rule, policy or the user refused the login.",
            ["denied-and-retried"] = "The same, and the application tried again at once, which cannot help while the provider's session lives.",
            ["no-signal"] = "No login went through, and no rule spoke.",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var denials = evidence.Facts.Errors.Where(error => error.Owner == Id && !error.IsSilentSignal).ToList();
        if (denials is [var denial, ..])
            return Denied(denial, denials.Count(again => again.Where == denial.Where));
        return evidence.Facts.Interactive.FirstOrDefault(transaction => transaction.Succeeded)?.Callback is { } callback
            ? Finding.Pass("allowed", "The login went through, so no rule or policy refused it.", EvidencePointer.Har(callback.Index, "request.query", "callback with an answer"))
            : Finding.Inconclusive("no-signal", "No login went through, and nothing shows whether a rule had a part in it.");
    }

    private static Finding Denied(ReturnedError denial, int times)
    {
        var said = string.IsNullOrWhiteSpace(denial.Description) ? "" : $": “{denial.Description.Trim()}”";
        var proof = EvidencePointer.Har(denial.Entry.Index, "error", denial.Code);
        return times < 3
            ? Finding.Fail("denied", $"The provider refused the login after the password with '{denial.Code}'{said}.", proof)
            : Finding.Fail("denied-and-retried", $"The provider refused the login {times} times with '{denial.Code}'{said}; the application tries again at once.", proof) with
            { Remedy = "Show the refusal to the user instead of starting the next login; ask with prompt=login or log out first." };
    }
}
