using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Whether the identity provider took the credentials or came back with an error.</summary>
public sealed class NoErrorShown : Check
{
    private const string Id = "credentials-no-error-shown";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Outcome,
        "Is an error message shown after entering credentials?",
        "What the login page says after the password separates a wrong secret from a locked account, a policy and an outage.",
        "Read the error that the login page showed; the classification beside this line says what to do about it.")
    {
        DependsOn = ["login-prompt-shown"],
        Owner = FaultOwner.Account,
        AnsweredBy = "a live run, or a HAR with bodies that goes on past the login form",
        References = ["https://auth0.com/docs/troubleshoot/basic-issues",
            "https://learn.microsoft.com/entra/identity-platform/reference-error-codes"],
        Reasons = CredentialErrors.Default.Families.ToDictionary(family => family.Reason, family => family.Remedy)
            .Concat(new Dictionary<string, string>
            {
                ["accepted"] = "the next step came",
                ["notice"] = "the next step came after a notice",
                ["error-shown"] = "an error that no known family fits",
                ["form-again"] = "the form came back without an error that can be read",
                ["no-credentials"] = "no credentials were asked for",
                ["never-submitted"] = "the form was never sent",
                ["not-recorded"] = "what came after the form is not recorded",
            }).ToDictionary(),
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        var submission = course.CredentialPosts.LastOrDefault();
        var error = course.Errors.FirstOrDefault(error => error.Owner == Id);
        if (error is not null && !course.Reached)
            return Refined(evidence, Refused(error.Code, error.Description,
                EvidencePointer.Har(error.Entry.Index, "response.content.error", error.Description ?? error.Code)))!;
        if (submission is null)
        {
            return course.Reached || course.Decisive?.Succeeded == true
                ? Finding.NotApplicable("no-credentials", "The login came through without credentials being asked for.")
                : course.OwnedByOther(Id) ?? Finding.Inconclusive("never-submitted", course.Phase?.Detail
                    ?? "No credentials were submitted.");
        }

        if (course.Stopper is { Where: ErrorPlace.ProviderPage or ErrorPlace.LoginScript } stopper
            && stopper.Entry.Index >= submission.Index) return Finding.Blocked(stopper.Owner!, $"The login stopped with {stopper.Code}.");
        return Refined(evidence, OfTab(course)) ?? OfNextStep(evidence, course, submission);
    }

    /// <summary>What the log says where the page says nothing that can be read.</summary>
    private static Finding? OfLog(EvidenceReader evidence) =>
        LoggedCause.Of(evidence) is { Family: { } family } cause && CredentialErrors.Default.Families.FirstOrDefault(known => known.Reason == family) is { } known
            ? Finding.Fail(known.Reason, $"The login form came back. {cause.Words}.", cause.Pointer) with { Remedy = known.Remedy, Fault = known.Fault } : null;

    /// <summary>A text that no family fits may be one that hides the cause; the log does not.</summary>
    private static Finding? Refined(EvidenceReader evidence, Finding? shown) => shown is { Reason: "error-shown" } && OfLog(evidence) is { } logged
        ? logged with { Summary = $"{shown.Summary} {LoggedCause.Of(evidence)!.Words}.", Evidence = [.. shown.Evidence, .. logged.Evidence] } : shown;

    private static Finding? OfTab(LoginCourse course)
    {
        if (course.Reached || course.Tab(
            TabLook.AfterCredentials) is not { State: TabState.Prompted or TabState.Error, Errors.Count: > 0 } tab) return null;
        var isProviders = course.Decisive is { } transaction && Uri.TryCreate(tab.Url, UriKind.Absolute, out var url)
            && transaction.Chain.Any(entry => entry != transaction.Callback && entry.Request.Uri?.Authority == url.Authority);
        return isProviders ? Refused(null, tab.Errors[0], EvidencePointer.Tab(course.IndexOf(tab), "errors", tab.Errors[0])) : null;
    }

    private static Finding OfNextStep(EvidenceReader evidence, LoginCourse course, HarEntry submission)
    {
        var pointer = EvidencePointer.Har(submission.Index, "response.status", $"{submission.Response.Status}");
        var passed = course.Reached || course.Decisive?.Callback is not null || WentOn(evidence, course, submission);
        if (!passed)
        {
            return course.Tab(TabLook.AfterCredentials)?.State == TabState.Prompted || IsFormAgain(evidence, submission)
                ? OfLog(evidence) ?? Finding.Inconclusive("form-again", "The login form came back without an error text that could be read.", pointer)
                : Finding.Inconclusive("not-recorded", course.Phase?.Detail ?? "What came after the login form was not recorded.", pointer);
        }

        return course.Tabs.SelectMany(tab => tab.Notices).FirstOrDefault(PatternTable.Default.PasswordExpiring.Matches) is { } notice
            ? Finding.Warn("notice", $"The credentials were accepted with a notice: {notice}", pointer)
            : Finding.Pass("accepted", "The credentials were accepted: the next step of the login came.", pointer);
    }

    private static bool WentOn(EvidenceReader evidence, LoginCourse course, HarEntry submission)
    {
        var last = Last(evidence, submission);
        var next = last == submission ? course.Decisive?.Chain.FirstOrDefault(entry =>
            entry.Index > submission.Index && evidence.Facts.IsDocument(entry)) : last;
        return next is { Response.Status: > 0 and < 400 }
            && evidence.Facts.RoleOf(next) is not (EndpointRole.LoginPage or EndpointRole.CredentialPost);
    }

    private static bool IsFormAgain(EvidenceReader evidence, HarEntry submission) =>
        LoginControls.AreLogin(LoginControls.Of(Last(evidence, submission).Response));

    private static HarEntry Last(EvidenceReader evidence, HarEntry start)
    {
        var current = start;
        while (evidence.Facts.RedirectedTo(current) is { } next) current = next;
        return current;
    }

    private static Finding Refused(string? code, string? text, EvidencePointer pointer)
    {
        var family = CredentialErrors.Default.Classify(code, text);
        var said = text ?? code ?? "an error";
        return Finding.Fail(family?.Reason ?? "error-shown", $"After the credentials were entered the login page said: {said}", pointer)
            with
        { Remedy = family?.Remedy, Fault = family?.Fault };
    }
}
