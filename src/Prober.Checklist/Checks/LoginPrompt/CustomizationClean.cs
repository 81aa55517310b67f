using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Pages;
using Prober.Checklist.Facts.Witnesses;
using Prober.Evidence.Har;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.LoginPrompt;

/// <summary>Whether the login page's own scripts keep it from working: blocked, missing or broken before the form was sent.</summary>
public sealed class CustomizationClean : Check
{
    public override CheckInfo Info { get; } = new(
        "login-prompt-customization-clean", Stage.LoginPrompt, CheckClass.Root,
        "Does the (customised) login page work without script errors?",
        "A customised login page that breaks looks like an outage of the identity provider; switching the customization off tells them apart.",
        "Switch the customization off for a test; if login works then, repair the template, starting with the failed resource.")
    {
        DependsOn = ["login-prompt-authorize-seen", "login-prompt-idp-available"],
        Owner = FaultOwner.IdentityProvider,
        AnsweredBy = "a live run, whose console shows inline scripts that a policy blocks",
        References = ["https://auth0.com/docs/customize/login-pages", "https://www.w3.org/TR/CSP3/"],
        Reasons = new Dictionary<string, string>
        {
            ["clean"] = "the form came, and nothing of the page's own failed",
            ["script-blocked"] = "a content security policy blocked a script that the form needs",
            ["script-missing"] = "a script that the form needs could not be loaded",
            ["script-error"] = "a script of the page threw an exception and no form came",
            ["password-in-address"] = "the form was sent without its script, and the password went into the address",
            ["submit-dead"] = "the form was there, but a script error kept it from being sent",
            ["other-door-too"] = "the page failed, and so did the login page of another door, so the customization is not what breaks it",
            ["non-blocking-error"] = "something failed that the form could do without",
            ["no-login-page"] = "the provider showed no login page",
            ["never-interactive"] = "the form never came, and nothing shows why",
        },
    };

    public override Finding Evaluate(EvidenceReader evidence)
    {
        var course = LoginCourse.Of(evidence);
        if (course.Stopper is { } error && !course.WasPrompted)
            return Finding.Blocked(error.Owner!, $"The identity provider answered {error.Code} instead of a login page.");
        if (LoginPages(evidence, course) is not [var first, ..] pages)
            return Finding.NotApplicable("no-login-page", "The identity provider showed no login page of its own.");
        var end = course.CredentialPosts.FirstOrDefault()?.StartedAt ?? course.Phase?.EndedAt ?? DateTimeOffset.MaxValue;
        var trouble = Troubles(evidence, course, pages, first.StartedAt, end).OrderBy(trouble => trouble.At).ToList();
        var posted = course.CredentialPosts.Any();
        var interactive = posted || course.Tab(TabLook.Prompt)?.State == TabState.Prompted || (!course.IsLive && course.WasPrompted);
        if (!posted && !course.Reached && PasswordInAddress(course, trouble) is { } leaked) return leaked;
        if (trouble.Count == 0)
            return interactive ? Finding.Pass(
                "clean", "The login page came up and nothing of its own failed.",
                EvidencePointer.Har(first.Index, "response.status", $"{first.Response.Status}"))
                : Finding.Inconclusive("never-interactive", "The login page showed no form, and nothing that was recorded says why.");
        return Customised(evidence, Judge(course, trouble, posted, interactive));
    }

    /// <summary>Adds what the settings and the other door know of the page's origin.</summary>
    private static Finding Customised(EvidenceReader evidence, Finding finding)
    {
        if (finding.Verdict is not Verdict.Fail) return finding;
        if (evidence.Bundle.Alternate.Value is { Outcome: AlternateOutcome.Unusable } broken)
            return Finding.Pass("other-door-too", $"{finding.Summary} The login page of {broken.Door} works no better, so this page's customization is not what breaks it.",
                [.. finding.Evidence, EvidencePointer.Api("alternate", $"{broken.Door}: {broken.Outcome}")]);
        var client = AccountConnection.ClientOf(evidence, LoginCourse.Of(evidence).Decisive?.ClientId);
        var own = evidence.Bundle.Configuration.Value?.CustomLoginTemplate == true ? "The tenant's page template is customised."
            : client?.CustomLoginPage == true ? $"Application {client.Name ?? client.ClientId} has a login page of its own." : null;
        var other = evidence.Bundle.Alternate.Value is { Outcome: AlternateOutcome.SignedIn } login ? $"The login through {login.Door} works." : null;
        return own is null && other is null ? finding
            : finding with { Summary = string.Join(' ', new[] { finding.Summary, own, other }.OfType<string>()), Confidence = Confidence.High };
    }

    private static Finding Judge(LoginCourse course, List<LoginPageTrouble> trouble, bool posted, bool interactive)
    {
        // The first error in time is the cause; later ones are usually its consequences.
        var cause = trouble.Where(candidate => candidate.Reason == "script-blocked").OrderBy(candidate => candidate.Resource is null)
            .FirstOrDefault() ?? trouble[0];
        if (posted || course.Reached) return Finding.Warn("non-blocking-error", $"The login page works, but {cause.What}.", cause.Pointer);
        if (!interactive) return Fail(cause.Reason, $"The login page never showed a form: {cause.What}.", cause);
        return course.IsLive ? Fail("submit-dead", $"The login form was there but never sent: {cause.What}.", cause)
            : Finding.Warn("non-blocking-error", $"The login form came, but {cause.What}.", cause.Pointer);
    }

    // A form whose script is missing falls back to what browsers do by themselves: fields into the address, method GET.
    private static Finding? PasswordInAddress(LoginCourse course, List<LoginPageTrouble> trouble)
    {
        var leak = course.Transactions.SelectMany(transaction => transaction.Chain)
            .FirstOrDefault(entry => QueryString.OfUrl(entry.Request.Url)
                .Any(field => PatternTable.Default.PasswordFields.Matches(field.Name)));
        if (leak is null) return null;
        var why = trouble.Count > 0 ? $" ({trouble[0].What})" : "";
        EvidencePointer[] proof = [EvidencePointer.Har(leak.Index, "request.query", "password"), .. trouble.Take(1)
            .Select(cause => cause.Pointer)];
        return Finding.Fail("password-in-address", $"The login form sent the password in the address instead of posting it{why}.",
            proof) with
        {
            Remedy = "Give the form method=\"post\", so that it works without its script, and mend the script. Change the account's password: addresses are kept in logs and histories.",
        };
    }

    private static Finding Fail(string reason, string summary, LoginPageTrouble cause) => Finding.Fail(reason, summary, cause.Pointer) with
    {
        Remedy = reason == "script-blocked"
            ? $"Allow {cause.Resource ?? "the script"} in the login page's Content-Security-Policy (script-src), or take the script out of the customization."
            : $"The login page's own scripts failed ({cause.What}). Switch the customization off for a test; if login works then, repair {cause.Resource ?? "the template"}.",
    };

    private static IReadOnlyList<HarEntry> LoginPages(EvidenceReader evidence, LoginCourse course) =>
    [
        .. course.Transactions.SelectMany(transaction => transaction.Chain)
            .Where(entry => evidence.Facts.IsDocument(entry) && entry.Response.Status is 200
            && evidence.Facts.RoleOf(entry) is EndpointRole.LoginPage or EndpointRole.Authorization or EndpointRole.UpstreamAuthorization
                or EndpointRole.Provider or EndpointRole.Upstream),
    ];

    private static IEnumerable<LoginPageTrouble> Troubles(
        EvidenceReader evidence, LoginCourse course, IReadOnlyList<HarEntry> pages, DateTimeOffset from, DateTimeOffset to)
    {
        var hosts = pages.Select(page => page.Request.Uri!.Authority).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var tab = evidence.Facts.TabOf(pages[0]);
        var requests = evidence.Traffic.Entries.Where(entry =>
            entry.StartedAt >= from && entry.StartedAt <= to && evidence.Facts.TabOf(entry) == tab)
            .Select(entry => LoginPageTrouble.Of(entry, hosts)).OfType<LoginPageTrouble>();
        var said = course.IsLive && evidence.Bundle.Console.Value is { } console
            ? console.Select((entry, index) => entry.At >= from && entry.At <= to ? LoginPageTrouble.Of(entry, index, hosts) : null)
                .OfType<LoginPageTrouble>() : [];
        return requests.Concat(said);
    }
}
