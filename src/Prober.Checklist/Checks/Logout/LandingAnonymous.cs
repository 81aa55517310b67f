using Prober.Checklist.Facts.Endpoints;
using Prober.Checklist.Facts.Logins;
using Prober.Checklist.Facts.Logouts;
using Prober.Evidence.Session;

namespace Prober.Checklist.Checks.Logout;

/// <summary>The landing after logout must be a page for anybody; otherwise it logs in again.</summary>
public sealed class LandingAnonymous : LogoutCheck
{
    public override CheckInfo Info { get; } = new(
        "logout-landing-anonymous",
        Stage.Logout,
        CheckClass.Root,
        Question: "Can the landing after logout be seen without logging in?",
        Why: "A landing that needs a session starts a login at once; where the provider's session lives, the user is back in and the logout looks broken.",
        Remedy: "Make the landing page public, or return to another page after logout.")
    {
        DependsOn = ["logout-redirect-allowed"],
        Owner = FaultOwner.Application,
        References = ["https://auth0.com/docs/troubleshoot/basic-issues/check-login-and-logout-issues"],
        AnsweredBy = "a recording that goes on for some seconds after the landing",
        Reasons = Reasons(
            ("public", "The landing came up and asked for nothing."),
            ("instant-login", "The landing started a login that went through without a question."),
            ("prompts-again", "The landing started a login, which prompts."),
            ("forbidden", "The landing answered 401 or 403."),
            ("not-found", "The landing answered with an error."),
            ("many-redirects", "The landing came after more than three redirects of the application."),
            ("silent-login", "The landing asked silently and was told that the user is logged in."),
            ("at-provider", "The logout ends on a page of the provider."),
            ("ends-early", "The evidence ends before the browser landed.")),
    };

    private protected override Finding Judge(LogoutFlow flow, EvidenceReader evidence)
    {
        if (flow.Landing is not { } landing)
            return Finding.Inconclusive("ends-early", "The evidence ends before the browser had landed.");
        var address = landing.Request.Url.Split('?', '#')[0];
        if (flow.StartedByLanding.FirstOrDefault(transaction => !transaction.IsSilent) is { } started)
            return Restarted(started, address, landing.Index, evidence);
        var proof = EvidencePointer.Har(landing.Index, "response.status", $"{landing.Response.Status}");
        if (landing.Request.Uri is { } uri && evidence.Facts.ProviderHosts.Contains(uri.Authority))
            return Finding.NotApplicable("at-provider", "The logout ends on a page of the provider.", proof);
        if (landing.Response.Status is 401 or 403)
            return Finding.Fail("forbidden", $"The landing {address} answered {landing.Response.Status}: it needs a session.", proof);
        if (landing.Response.Status >= 400)
            return Finding.Warn("not-found", $"The landing {address} answered {landing.Response.Status}.", proof);
        if (flow.StartedByLanding.FirstOrDefault(transaction => transaction.Succeeded) is { } silent)
            return Finding.Warn("silent-login",
                $"The landing {address} asked the provider silently, and the user was still logged in.",
                EvidencePointer.Har(silent.Authorization.Index, "request.url", "silent authorization request"));
        return Redirects(flow, landing.Index, evidence) > 3
            ? Finding.Warn("many-redirects", $"The landing {address} came only after more than three redirects.", proof)
            : Finding.Pass("public", $"The landing {address} came up and asked for nothing.", proof);
    }

    private static Finding Restarted(LoginTransaction started, string address, int landing, EvidenceReader evidence)
    {
        EvidencePointer[] proof =
        [
            EvidencePointer.Har(landing, "request.url", address),
            EvidencePointer.Har(started.Authorization.Index, "request.url", "authorization request"),
        ];
        var isBack = started is { Succeeded: true, WasPrompted: false } || SignedInTab(evidence);
        return isBack && !started.WasPrompted
            ? Finding.Fail("instant-login",
                $"The landing {address} needs a session: it started a login that went through without a question, so the user is logged in again. Logout looks broken.",
                proof)
            : Finding.Fail("prompts-again",
                $"The landing {address} needs a session: after logout people see a login page instead of a goodbye.", proof);
    }

    private static bool SignedInTab(EvidenceReader evidence) =>
        evidence.Bundle.Tabs.Value?.Any(tab => tab is { Phase: PhaseName.Logout, Look: TabLook.Result, State: TabState.SignedIn }) is true;

    private static int Redirects(LogoutFlow flow, int landing, EvidenceReader evidence) => flow.Chain.Count(entry =>
        entry.Index > (flow.ProviderRequest?.Index ?? -1) && entry.Index < landing && entry.Response.Status is >= 300 and < 400 &&
        evidence.Facts.RoleOf(entry) is EndpointRole.Application or EndpointRole.ApplicationCallback);
}
