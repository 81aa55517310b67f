using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Errors;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;

namespace Prober.Checklist.Checks.Credentials;

/// <summary>Whether an expired password, or one that must be changed, is what stopped the login.</summary>
public sealed class PasswordExpired : Check
{
    private const string Id = "credentials-password-expired";

    public override CheckInfo Info { get; } = new(
        Id, Stage.Credentials, CheckClass.Root,
        "Has the password expired, or must it be changed?",
        "Directories expire passwords silently; a probe account that is forgotten then fails for everybody who reads its alerts.",
        "Sign in by hand and choose a new password. For probe accounts set 'password never expires', or rotate the secret with the vault's job.")
    {
        DependsOn = ["login-prompt-shown"],
        Owner = FaultOwner.Account,
        AnsweredBy = "the identity provider's or the directory's log",
        References = ["https://learn.microsoft.com/entra/identity-platform/reference-error-codes",
            "https://www.keycloak.org/docs/latest/server_admin/#con-required-actions_server_administration_guide"],
        Reasons = new Dictionary<string, string>
        {
            ["not-expired"] = "the credentials were accepted without a sign of expiry",
            ["expired"] = "the password has expired or must be changed",
            ["expiring"] = "the password expires soon",
            ["changed-on-the-way"] = "a change was asked for, and the login went on",
            ["overdue"] = "by its age the password should have expired",
            ["masked"] = "a general error may hide an expired password",
            ["no-password"] = "no password was used",
            ["not-seen"] = "what came after the password is not known",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Errors.FirstOrDefault(error => error.Owner == Id) is { } error)
            return Expired(course, error.Description
                ?? error.Code, EvidencePointer.Har(error.Entry.Index, "response.content.error", error.Description ?? error.Code));
        var posts = course.CredentialPosts.ToList();
        if (posts.Count == 0) return course.OwnedByOther(Id) ?? Finding.NotApplicable("no-password", "No password was submitted.");
        if (ChangePage(evidence, course, posts[0]) is { } page) return page;
        if (OfTabs(course) is { } seen) return seen;
        if (OfRecords(evidence, course) is { } recorded) return recorded;
        if (course.Stopper is { Owner: { } owner } stopper)
        {
            var masked = owner == "credentials-no-error-shown" && PatternTable.Default.GenericLoginErrors.Matches(stopper.Description);
            return masked ? Finding.Inconclusive(
                "masked", $"The error is a general one ({stopper.Description}), behind which a directory may hide an expired password.")
                with
            { BlockedBy = owner }
                : Finding.Blocked(owner, $"The login ended with {stopper.Code}.");
        }

        return course.Reached || course.Decisive?.Callback is not null
            ? Finding.Pass("not-expired", "The password was accepted, and nothing spoke of its expiry.",
                EvidencePointer.Har(posts[^1].Index, "response.status", $"{posts[^1].Response.Status}"))
            : Finding.Inconclusive("not-seen", course.Phase?.Detail ?? "What came after the password is not known.");
    }

    // Only pages after the password count: before it, a change of password is something the person chose.
    private static Finding? ChangePage(EvidenceReader evidence, LoginCourse course, HarEntry submission)
    {
        var pages = course.Transactions.SelectMany(transaction => transaction.Chain)
            .Where(entry => entry.Index >= submission.Index && evidence.Facts.IsDocument(entry)
                && evidence.Facts.RoleOf(entry) is not (EndpointRole.Application or EndpointRole.ApplicationCallback)).ToList();
        foreach (var page in pages)
        {
            var text = VisibleText.Of(page.Response.Body);
            if (PatternTable.Default.PasswordExpiredPaths.Matches(page.Request.Url) || PatternTable.Default.PasswordExpired.Matches(text))
                return Expired(course, PageError.Clean(PatternTable.Default.PasswordExpired.First(text))
                    ?? page.Request.Uri!.AbsolutePath, EvidencePointer.Har(page.Index, "request.url", page.Request.Url.Split('?')[0]));
        }

        return pages.FirstOrDefault(page => PatternTable.Default.PasswordExpiring.Matches(VisibleText.Of(page.Response.Body))) is { } notice
            ? Expiring(PatternTable.Default.PasswordExpiring.First(VisibleText.Of(notice.Response.Body))!,
                EvidencePointer.Har(notice.Index, "response.content.text",
                PatternTable.Default.PasswordExpiring.First(VisibleText.Of(notice.Response.Body))))
            : null;
    }

    private static Finding? OfTabs(LoginCourse course)
    {
        foreach (var tab in course.Tabs.Where(tab =>
            tab.Look is Evidence.Session.TabLook.AfterCredentials or Evidence.Session.TabLook.Result))
        {
            if (tab.Errors.Concat(tab.Notices).FirstOrDefault(PatternTable.Default.PasswordExpired.Matches) is { } text)
                return Expired(course, text, EvidencePointer.Tab(course.IndexOf(tab), "errors", text));
            if (tab.Notices.FirstOrDefault(PatternTable.Default.PasswordExpiring.Matches) is { } notice)
                return Expiring(notice, EvidencePointer.Tab(course.IndexOf(tab), "notices", notice));
        }

        return null;
    }

    /// <summary>What log and directory know and the page may hide.</summary>
    private static Finding? OfRecords(EvidenceReader evidence, LoginCourse course)
    {
        if (!course.Reached && LoggedCause.Of(evidence) is { Check: Id } cause) return Expired(course, cause.Words, cause.Pointer);
        var records = evidence.Bundle.Users.Value?.Records ?? [];
        if (records.FirstOrDefault(record => record.RequiredActions.Append(record.Status).Any(PatternTable.Default.PasswordExpiredStates.Matches)) is { } due)
        {
            var action = due.RequiredActions.Append(due.Status).First(PatternTable.Default.PasswordExpiredStates.Matches)!;
            return Expired(course, $"the user's record says {action}", EvidencePointer.Api("users.requiredActions", action));
        }

        return AccountConnection.Of(evidence, course.Decisive) is { PasswordLifetimeDays: { } days }
            && records.FirstOrDefault(record => record.LastPasswordReset is { } reset && evidence.Run.StartedAt - reset > TimeSpan.FromDays(days)) is { } old
            ? Finding.Warn("overdue", $"The password was last changed on {old.LastPasswordReset:yyyy-MM-dd}, and passwords live {days} days.",
                EvidencePointer.Api("users.last_password_reset", $"{old.LastPasswordReset:O}"))
            : null;
    }

    private static Finding Expired(LoginCourse course, string said, EvidencePointer pointer) => course.Reached
        ? Finding.Warn("changed-on-the-way", $"A change of password was asked for ({said}), and the login went on.", pointer)
        : Finding.Fail("expired", $"The password has expired or must be changed: {said}.", pointer);

    private static Finding Expiring(string said, EvidencePointer pointer) =>
        Finding.Warn("expiring", $"The password expires soon: {said}.", pointer);
}
