using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Session;

/// <summary>Compares what a second tab showed with what the first had established.</summary>
public sealed class SecondTab : Check
{
    public override CheckInfo Info { get; } = new(
        "session-second-tab", Stage.Session, CheckClass.Outcome,
        "Is a user who logged in recognised in a second tab?",
        "A second tab that asks for the password means that no session was kept, or that it is bound to one page instead of the browser.",
        "Look at the session cookie beside this line: whether it was set, accepted by the browser and sent again.")
    {
        Reads = ["session-cookie-established"],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a live run with a second tab",
        References = ["OpenID Connect Core 1.0 section 3.1.2.3"],
        Reasons = new Dictionary<string, string>
        {
            ["signed-in"] = "the application and the provider both knew the user",
            ["prompted"] = "the second tab asked for credentials",
            ["app-session-only"] = "the application knew the user, the provider did not: single sign-on will not work",
            ["flash-of-prompt"] = "a prompt appeared and resolved itself",
            ["session-storage-only"] = "only a tab opened by script was signed in",
            ["account-picker"] = "a click on the account was needed, no password",
            ["extra-step"] = "a question such as consent was asked",
            ["provider-session-unclear"] = "whether the provider knows the user could not be seen",
            ["prompt-expected"] = "the scenario wants a prompt in every tab",
            ["not-asked"] = "the scenario opens no second tab",
            ["login-incomplete"] = "the first login did not get there",
            ["no-second-tab"] = "the recording has no second tab",
            ["navigation-failed"] = "the second tab did not load",
            ["challenge-shown"] = "a bot wall stood in the way",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        if (evidence.Expectations.SecondTabPrompt)
            return Finding.NotApplicable("prompt-expected", "The scenario wants every tab to ask again.");
        if (evidence.Expectations.Journey is { Count: > 0 } journey && !journey.Contains(PhaseName.SecondTab))
            return Finding.NotApplicable("not-asked", "The scenario opens no second tab.");
        var course = LoginCourse.Of(evidence);
        if (!course.Reached)
            return course.OwnedByOther(Info.Id)
                ?? Finding.Inconclusive("login-incomplete", "The first login did not get there, so there is nothing to find again.");
        return evidence.HasTabs ? OfTabs(evidence) : OfTraffic(evidence);
    }

    private static Finding OfTabs(EvidenceReader evidence)
    {
        var looks = evidence.Tabs.Select((tab, index) => (Tab: tab, Index: index)).Where(item => item.Tab.Phase == PhaseName.SecondTab)
            .ToList();
        if (looks.FirstOrDefault(look => look.Tab.Look == TabLook.SecondTab) is not { Tab: { } tab } literal)
            return Finding.Inconclusive("no-second-tab", "The second tab was not opened.");
        var pointer = EvidencePointer.Tab(literal.Index, "state", $"{tab.State} at {tab.Url}");
        return tab.State switch
        {
            TabState.SignedIn when tab.PromptedOnTheWay =>
                Finding.Warn("flash-of-prompt", "The second tab showed a login prompt that went away by itself.", pointer),
            TabState.SignedIn => OfProviderSession(
                evidence, looks.FirstOrDefault(look => look.Tab.Look == TabLook.ProviderSessionOnly), pointer),
            TabState.Prompted when tab.Controls is ["account-tile"] =>
                Finding.Warn("account-picker", "The second tab asked which account to use, but for no password.", pointer),
            TabState.Prompted when looks.Any(look => look.Tab is { Look: TabLook.OpenedByScript, State: TabState.SignedIn }) =>
                Finding.Warn("session-storage-only",
                    "Only a tab that the application opened itself was signed in: the session lives in sessionStorage.", pointer)
                    with
                {
                    Fault = FaultOwner.Application,
                    Remedy = "Keep the session in a cookie, or ask the provider silently when a tab has none."
                },
            TabState.Prompted => Finding.Fail(
                "prompted", $"The second tab asked for credentials, seconds after the login. {Why(evidence)}".TrimEnd(), pointer),
            TabState.Interstitial => Finding.Warn(
                "extra-step", "The second tab asked a question (consent or the like) before it let the user in.", pointer),
            TabState.Challenge => Finding.Inconclusive("challenge-shown", "A captcha or bot wall stood before the second tab.", pointer),
            _ => Finding.Inconclusive("navigation-failed", $"The second tab showed neither a session nor a prompt ({tab.State}).", pointer),
        };
    }

    private static Finding OfProviderSession(EvidenceReader evidence, (TabObservation? Tab, int Index) look, EvidencePointer literal)
    {
        if (look.Tab is not { } tab)
            return Finding.Pass("signed-in", "The second tab was signed in without a prompt.", literal)
                with
            { Confidence = Confidence.Medium };
        var pointer = EvidencePointer.Tab(look.Index, "state", $"{tab.State} at {tab.Url}");
        return tab.State switch
        {
            TabState.SignedIn => Finding.Pass(
                "signed-in", "The second tab was signed in without a prompt, also with nothing but the provider's session.", literal,
                pointer),
            TabState.Prompted when tab.Controls is ["account-tile"] =>
                Finding.Warn("account-picker", "With the provider's session alone the user had to pick an account, without a password.",
                pointer),
            TabState.Prompted => Finding.Warn(
                "app-session-only",
                $"The second tab is signed in by the application's own session only; the provider asks again. {Why(evidence)}".TrimEnd(),
                literal, pointer)
                with
            { Remedy = "Single sign-on to other applications will fail. Look at the provider's session cookie." },
            TabState.Interstitial => Finding.Warn(
                "extra-step", "With the provider's session alone a question (consent or the like) was asked.", pointer),
            _ => Finding.Warn("provider-session-unclear",
                $"The second tab is signed in; with the provider's session alone it showed neither a session nor a prompt ({tab.State}).",
                pointer) with
            { Confidence = Confidence.Low },
        };
    }

    private static Finding OfTraffic(EvidenceReader evidence)
    {
        if (evidence.Facts.Of(PhaseName.SecondTab).FirstOrDefault() is not { } again)
            return Finding.Inconclusive("no-second-tab", "The recording has no second tab.");
        var pointer = EvidencePointer.Har(again.Authorization.Index, "request.url", again.Authorization.Request.Url.Split('?')[0]);
        if (again.WasPrompted) return Finding.Fail("prompted", $"The second tab asked for credentials. {Why(evidence)}".TrimEnd(), pointer);
        return again.Succeeded ? Finding.Pass("signed-in", "The provider answered the second tab without a prompt.", pointer)
            : Finding.Inconclusive("navigation-failed", "The second tab's login was not answered.", pointer);
    }

    private static string Why(EvidenceReader evidence) =>
        evidence.FindingOf("session-cookie-established") is { Verdict: Verdict.Fail } cookie ? cookie.Summary : "";
}
