using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Evidence.Expected;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Whether a person without a session came to a place where they can say who they are.</summary>
public sealed class PromptShown : Check
{
    public override CheckInfo Info { get; } = new(
        "login-prompt-shown", Stage.LoginPrompt, CheckClass.Outcome,
        "Is the user prompted for login credentials?",
        "Without a prompt nobody can log in; an error page, a blank page or a straight way back each has its own cause.",
        "Read the error beside this line; mend the application's registration before looking at passwords.")
    {
        DependsOn = ["login-prompt-authorize-seen"],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a live run in a fresh browser",
        References = ["OpenID Connect Core 1.0 section 3.1.2.3", "https://auth0.com/docs/troubleshoot/basic-issues"],
        Reasons = new Dictionary<string, string>
        {
            ["prompted"] = "a login control was there",
            ["not-needed"] = "no prompt was due and none came",
            ["slow"] = "the prompt took longer than a step may",
            ["challenge-shown"] = "a captcha or bot wall stood in the way",
            ["error-before-prompt"] = "an error came instead of the prompt",
            ["blank-page"] = "the page has neither text nor a control",
            ["no-prompt"] = "a fresh browser was let in without being asked",
            ["unexpected-prompt"] = "a prompt came where none was due",
            ["session-existed"] = "the recorded browser may have had a session",
            ["provider-started"] = "the provider started the login, so the application asked for no prompt",
            ["cannot-see-form"] = "the form is drawn by a script, which a HAR does not show",
            ["undecided"] = "neither a prompt nor an error was seen",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var expected = evidence.Expectations.Prompt;
        var prompt = course.Tab(TabLook.Prompt);
        if (prompt?.State == TabState.Prompted || (prompt is null or { State: not TabState.Challenge } && course.WasPrompted))
            return Prompted(evidence, course, prompt, expected);
        if (course.Tabs.FirstOrDefault(tab => tab.State == TabState.Challenge) is { } challenge)
            return Finding.Inconclusive("challenge-shown", "A captcha or bot wall was shown, which a prober must not pass.",
                EvidencePointer.Tab(course.IndexOf(challenge), "state", "challenge"))
                with
            { Remedy = "Exempt the probe account or the prober's address from the challenge." };
        if (course.Decisive is { IsUnsolicited: true })
            return Finding.NotApplicable("provider-started", "The login was started by the provider; no prompt was due.");
        return course.Reached || course.Decisive?.Succeeded == true ? WithoutPrompt(course, expected)
            : Missing(evidence, course, course.Tabs.Count > 0 ? course.Tabs[^1] : null);
    }

    private static Finding Prompted(EvidenceReader evidence, LoginCourse course, TabObservation? tab, ExpectedPrompt expected)
    {
        var pointer = tab is not null ? EvidencePointer.Tab(course.IndexOf(tab), "controls", string.Join(", ", tab.Controls))
            : EvidencePointer.Har(course.Transactions.First(transaction => transaction.WasPrompted).Authorization.Index, "request.url",
                "login page");
        if (expected == ExpectedPrompt.None)
            return Finding.Fail("unexpected-prompt", "A login prompt came where the scenario expects none.", pointer);
        return tab is not null && tab.AfterMs > evidence.Expectations.MaxStep.TotalMilliseconds
            ? Finding.Warn("slow",
                $"The login prompt took {tab.AfterMs / 1000:0.0} s, longer than the {evidence.Expectations.MaxStep.TotalSeconds:0} s a step may take.", pointer)
            : Finding.Pass("prompted", "The login page asked for credentials.", pointer);
    }

    private static Finding WithoutPrompt(LoginCourse course, ExpectedPrompt expected)
    {
        if (expected != ExpectedPrompt.Required) return Finding.Pass("not-needed", "The login came through without a prompt.");
        if (!course.IsLive)
            return Finding.Inconclusive("session-existed", "No prompt was recorded; the browser probably had a session already.");
        return Finding.Fail("no-prompt", "A fresh browser was let into the application without being asked who it is.",
            course.Decisive is { } transaction
                ? EvidencePointer.Har(transaction.Authorization.Index, "response.status", $"{transaction.Authorization.Response.Status}")
                : EvidencePointer.Tab(0, "state", "signedIn"))
            with
        {
            Remedy =
                "Look for a session the provider takes from elsewhere (Kerberos, client certificate, an upstream provider), or set expect.prompt to none."
        };
    }

    private static Finding Missing(EvidenceReader evidence, LoginCourse course, TabObservation? tab)
    {
        if (course.Stopper is { } error)
        {
            return Finding.Fail("error-before-prompt",
                $"Instead of a login prompt came {error.Code}{(error.Description is { } text ? $": {text}" : "")}.",
                EvidencePointer.Har(error.Entry.Index, "response", error.Code))
                with
            {
                Remedy =
                    "The identity provider answered before showing a login form. Mend what the error says before looking at passwords."
            };
        }

        if (tab is { State: TabState.Blank })
            return Finding.Fail("blank-page", $"The login page at {tab.Url} is blank.",
                EvidencePointer.Tab(course.IndexOf(tab), "visibleTextLength", $"{tab.VisibleTextLength}"));
        if (tab is { State: TabState.Error })
            return Finding.Fail("error-before-prompt",
                $"Instead of a login prompt {tab.Url} shows an error{(tab.Errors.Count > 0 ? $": {tab.Errors[0]}" : "")}.",
                EvidencePointer.Tab(course.IndexOf(tab), "state", "error"));
        return course.IsLive || evidence.Facts.Has("ends-early") is false
            ? Finding.Inconclusive("undecided", course.Phase?.Detail ?? "Neither a prompt nor an error was seen.")
            : BlankInFile(evidence, course);
    }

    private static Finding BlankInFile(EvidenceReader evidence, LoginCourse course)
    {
        var page = course.Decisive?.Chain.LastOrDefault(evidence.Facts.IsDocument);
        var failed = evidence.Traffic.Entries.FirstOrDefault(entry =>
            page is not null && entry.Index > page.Index && ApplicationTrouble.IsScript(entry) && ApplicationTrouble.HasFailed(entry));
        return page is { Response: { Status: 200, Body: not null } } && failed is not null && VisibleText.Of(page.Response.Body).Length < 20
            ? Finding.Fail("blank-page", "The login page has no text and no form, and a script of it failed to load.",
                EvidencePointer.Har(page.Index, "response.content.text", ""),
                EvidencePointer.Har(failed.Index, "response.failure", failed.Response.Failure ?? $"{failed.Response.Status}"))
            : Finding.Inconclusive("cannot-see-form",
                "The recording ends on a page of the identity provider whose form a HAR does not show.");
    }
}
