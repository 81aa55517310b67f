using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>A question about the logout; meaningless where nobody logged out.</summary>
public abstract class LogoutCheck : Check
{
    private protected static readonly IReadOnlyDictionary<string, string> NothingToJudge = new Dictionary<string, string>
    {
        ["not-in-journey"] = "The scenario does not log out.",
        ["no-logout"] = "The recording holds no logout.",
        ["not-tried"] = "The logout was not tried, or did nothing the browser could see.",
    };

    public sealed override Finding Evaluate(EvidenceReader evidence)
    {
        var isAsked = evidence.Expectations.Journey.Contains(PhaseName.Logout);
        if (evidence.Expectations.Journey.Count > 0 && !isAsked)
            return Finding.NotApplicable("not-in-journey", "The scenario does not log out.");
        if (evidence.Facts.Logout is { } flow)
            return Judge(flow, evidence);
        return isAsked
            ? Finding.Inconclusive("not-tried", "The logout was not tried, or it did nothing that the browser could see.")
            : Finding.NotApplicable("no-logout", "Nobody logs out in this recording.");
    }

    private protected abstract Finding Judge(LogoutFlow flow, EvidenceReader evidence);

    private protected static Dictionary<string, string> Reasons(params IReadOnlyList<(string Code, string Phrase)> own) =>
        new(own.Select(reason => KeyValuePair.Create(reason.Code, reason.Phrase)).Concat(NothingToJudge));
}
