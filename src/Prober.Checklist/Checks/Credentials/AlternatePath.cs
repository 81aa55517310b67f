using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Whether the same credentials open another door, which tells a wrong password from a wrong application.</summary>
public sealed class AlternatePath : Check
{
    private const string Primary = "credentials-no-error-shown";
    private static readonly TimeSpan Nearby = TimeSpan.FromHours(1);

    public override CheckInfo Info { get; } = new(
        "credentials-alternate-path", Stage.Credentials, CheckClass.Root,
        "Do the same credentials work another way?",
        "A password that another door accepts clears the account: the fault is this application's or its connection's.",
        "Correct the password or the account: it is refused everywhere. One try is made, so that no lockout comes of it.")
    {
        Reads = [Primary],
        Owner = FaultOwner.Account,
        AnsweredBy = "the scenario's alternate (another application or a portal of the provider), or the identity provider's log",
        References = ["https://auth0.com/docs/troubleshoot/authentication-issues/check-login-and-logout-issues"],
        Reasons = new Dictionary<string, string>
        {
            ["primary-passed"] = "the first door accepted the credentials",
            ["works-elsewhere"] = "the same credentials were accepted at another door",
            ["extra-step"] = "another door accepted them with a step that the first does not have",
            ["refused-everywhere"] = "another door refused them too",
            ["alternate-blocked"] = "a lockout or a challenge stood before the other door",
            ["undecided"] = "the other door proved nothing",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var primary = evidence.FindingOf(Primary);
        if (primary.Verdict is Verdict.Pass or Verdict.Warn or Verdict.NotApplicable)
            return Finding.NotApplicable("primary-passed", "The first way in proved the credentials already.");
        if (evidence.Bundle.Alternate.Value is { } login) return OfDoor(login);
        if (OfLog(evidence) is { } witness)
            return Finding.Pass("works-elsewhere",
                $"The identity provider's log shows that the same account logged in at {witness.Event.ClientId}: look at this application's registration, not at the password.",
                witness.Pointer) with
            { Confidence = Confidence.Medium };
        return primary.BlockedBy is { } root && primary.Verdict is not Verdict.Fail
            ? Finding.Blocked(root, "The login ended before the credentials could be judged, and no other way was tried.")
            : OfDoor(evidence.Alternate);
    }

    private static Finding OfDoor(AlternateLogin login)
    {
        var said = login.Errors is [var error, ..] ? $": {error}" : login.Detail is { } detail ? $": {detail}" : "";
        var proof = EvidencePointer.Api("alternate", $"{login.Door}: {login.Outcome}{said}");
        return login.Outcome switch
        {
            AlternateOutcome.SignedIn => Finding.Pass("works-elsewhere",
                $"The same credentials sign in through {login.Door}: look at this application's registration, not at the password.", proof),
            AlternateOutcome.ExtraStep => Finding.Warn("extra-step",
                $"{login.Door} accepted the same credentials, but wanted a further step{said}.", proof) with
            { Remedy = "The password is right. Give the scenario what the further step wants, or take the account out of that policy." },
            AlternateOutcome.Refused => Finding.Fail("refused-everywhere",
                $"{login.Door} refused the same credentials too{said}. The password or the account is wrong, not the application.", proof),
            AlternateOutcome.Blocked => Finding.Inconclusive("alternate-blocked", $"{login.Door} could not be tried{said}.", proof),
            _ => Finding.Inconclusive("undecided", $"{login.Door} proved nothing{said}.", proof),
        };
    }

    /// <summary>A login of the same account at another application within the hour.</summary>
    private static LoggedEvent? OfLog(EvidenceReader evidence) => ProviderEvents.Of(evidence)?.OtherClients.LastOrDefault(logged =>
        logged is { Result: LogResult.Success, Topic: "login" or "credentials" } && (logged.Event.At - evidence.Run.StartedAt).Duration() <= Nearby);
}
