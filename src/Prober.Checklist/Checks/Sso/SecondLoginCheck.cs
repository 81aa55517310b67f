using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Sso;

/// <summary>A question about the login at a second application; meaningless where single sign-on is not part of the journey.</summary>
public abstract class SecondLoginCheck : Check
{
    private protected static readonly IReadOnlyDictionary<string, string> NothingToJudge = new Dictionary<string, string>
    {
        ["not-expected"] = "The scenario says that every application asks for itself.",
        ["not-in-journey"] = "The scenario walks to no second application.",
        ["one-application"] = "Only one application logged in.",
        ["no-second-login"] = "The second application's request was not seen.",
    };

    public sealed override Finding Evaluate(EvidenceReader evidence)
    {
        if (!evidence.Expectations.SingleSignOn)
            return Finding.NotApplicable("not-expected", "The scenario expects every application to ask for itself.");
        var isAsked = evidence.Expectations.Journey.Contains(PhaseName.Sso);
        if (evidence.Expectations.Journey.Count > 0 && !isAsked)
            return Finding.NotApplicable("not-in-journey", "The scenario does not walk to a second application.");
        var login = SecondLogin.Of(evidence);
        return Outcome(login, evidence) ?? (login is null ? Nothing(isAsked) : Judge(login, evidence));
    }

    /// <summary>An answer that does not need both requests; null when there is none.</summary>
    private protected virtual Finding? Outcome(SecondLogin? login, EvidenceReader evidence) => null;

    private protected abstract Finding Judge(SecondLogin login, EvidenceReader evidence);

    private protected static Dictionary<string, string> Reasons(params IReadOnlyList<(string Code, string Phrase)> own) =>
        new(own.Select(reason => KeyValuePair.Create(reason.Code, reason.Phrase)).Concat(NothingToJudge));

    private static Finding Nothing(bool isAsked) => isAsked
        ? Finding.Inconclusive("no-second-login", "No login request of the second application was seen.")
        : Finding.NotApplicable("one-application", "Only one application logged in.");
}
