using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Extra;

/// <summary>Two tabs log in at once and finish in reverse order: does each find its own state again?</summary>
public sealed class ParallelTabs : Check
{
    public override CheckInfo Info { get; } = new(
        "extra-parallel-tabs", Stage.Extra, CheckClass.Root,
        "Can two tabs log in at the same time?",
        "A browser that restores ten tabs begins ten logins; an application that keeps one state for all of them refuses nine.",
        "Keep the state of each login by itself: a cookie whose name holds the state, or a map from state to login.")
    {
        DependsOn = ["session-app-established"],
        Owner = FaultOwner.Application,
        AnsweredBy = "a live run with a parallelTabs step after a logout",
        References = ["RFC 6749 section 10.12", "https://github.com/auth0/express-openid-connect/issues/467"],
        Reasons = new Dictionary<string, string>
        {
            ["both-in"] = "both tabs came in",
            ["recovered"] = "both tabs came in, one of them only after the application had started its login again",
            ["shared-state-cookie"] = "the tabs share one cookie for their state, and the later login wrote over the earlier one's",
            ["last-finish-broken"] = "the tab that finished last was not let in",
            ["first-finish-broken"] = "already the tab that finished first was not let in, though a login alone works",
            ["not-in-journey"] = "the scenario does not try",
            ["not-seen"] = "two logins were not under way at once, or their end is not known",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (!evidence.Expectations.Journey.Contains(PhaseName.ParallelTabs))
            return Finding.NotApplicable("not-in-journey", "The scenario does not log in in two tabs at once.");
        var detail = evidence.Phases.LastOrDefault(phase => phase.Name == PhaseName.ParallelTabs)?.Detail;
        var first = Look(evidence, TabLook.FinishedFirst);
        if (first is not { Tab.State: TabState.SignedIn })
        {
            return first is { } early && IsDecided(early.Tab) ? Finding.Fail("first-finish-broken",
                $"Of two tabs that logged in at once already the first to finish was not let in ({early.Tab.State}), though a login alone works.", Pointer(early))
                : Finding.Inconclusive("not-seen", detail ?? "Two logins were not under way at once.");
        }

        if (Look(evidence, TabLook.FinishedLast) is not { } last) return Finding.Inconclusive("not-seen", detail ?? "What the other tab came to is not known.");
        if (last.Tab.State != TabState.SignedIn) return IsDecided(last.Tab) ? Broken(evidence, last) : Finding.Inconclusive("not-seen", detail ?? "The other tab came to no end.");
        var logins = evidence.Facts.Of(PhaseName.ParallelTabs).ToList();
        return logins.Count > 2
            ? Finding.Warn("recovered", $"Both tabs came in, but it took {logins.Count} logins: the application threw one away and began again.", Pointer(last))
            : Finding.Pass("both-in", "Two tabs logged in at once and finished in reverse order; both came in.", Pointer(first), Pointer(last));
    }

    private static Finding Broken(EvidenceReader evidence, (TabObservation Tab, int Index) last)
    {
        var what = $"Two tabs logged in at once; the one that finished last was not let in ({last.Tab.State}{(last.Tab.DocumentStatus is { } status ? $", {status}" : "")})";
        var starts = evidence.Facts.Of(PhaseName.ParallelTabs).Select(login => evidence.Facts.RedirectedFrom(login.Authorization)).ToList();
        var shared = evidence.Facts.Cookies.Where(offer => !offer.IsDeletion && starts.Contains(offer.Entry))
            .GroupBy(offer => (offer.Host, offer.Name, offer.Path)).FirstOrDefault(cookie => cookie.Select(offer => offer.Value).Distinct().Count() > 1);
        return shared is null
            ? Finding.Fail("last-finish-broken", $"{what}.", Pointer(last))
            : Finding.Fail("shared-state-cookie", $"{what}: both logins keep their state in the one cookie {shared.Key.Name}, and the second wrote over the first's.",
                [Pointer(last), .. shared.Select(offer => EvidencePointer.Har(offer.Entry.Index, "response.header.set-cookie", offer.Name))]);
    }

    private static bool IsDecided(TabObservation tab) => tab.State is TabState.Error or TabState.Anonymous or TabState.Prompted or TabState.Blank;

    private static (TabObservation Tab, int Index)? Look(EvidenceReader evidence, TabLook look) =>
        evidence.Tabs.Select((tab, index) => (tab, index)).Where(item => item.tab.Phase == PhaseName.ParallelTabs && item.tab.Look == look)
            .Select(item => ((TabObservation, int)?)item).LastOrDefault();

    private static EvidencePointer Pointer((TabObservation Tab, int Index)? look) =>
        EvidencePointer.Tab(look!.Value.Index, "state", $"{look.Value.Tab.State} {look.Value.Tab.Url}".TrimEnd());
}
