using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Logout;

/// <summary>Journeys whose logout goes wrong.</summary>
internal static class LogoutEvidence
{
    /// <summary>After logout the provider signs the user in again without a question.</summary>
    public static EvidenceBuilder BackInSilently(EvidenceBuilder builder) => builder
        .Change("revisit-authorize", step => step.Redirect(HealthyFlow.Callback("portal", "4")))
        .Change("revisit-login-page", _ =>
            new EvidenceStep("revisit-login-page", "GET", HealthyFlow.Callback("portal", "4"),
            302)
            { Phase = PhaseName.SignedOut }.Redirect("/protected"))
        .InsertAfter("revisit-login-page",
            new EvidenceStep("revisit-home", "GET", $"{HealthyFlow.Portal}/protected", 200) { Body = "<h1>Welcome Alice</h1>" })
        .ChangeTab(TabLook.Revisit, tab =>
            tab with { State = TabState.SignedIn, SignedInMarker = true, Url = $"{HealthyFlow.Portal}/protected" });

    /// <summary>The application clears its own cookie and never calls the provider.</summary>
    public static EvidenceBuilder LocalOnly(EvidenceBuilder builder) => BackInSilently(builder)
        .Change("logout", step => step.Redirect("/signed-out"))
        .Remove("end-session");

    /// <summary>The provider answers the logout with an error page.</summary>
    public static EvidenceBuilder Refused(EvidenceBuilder builder) => builder
        .Change("end-session", step => step.Answers(400, "<h1>invalid_request</h1><p>post_logout_redirect_uri is not registered</p>"))
        .Remove("signed-out")
        .ChangeTab(TabLook.Result, tab => tab with { State = TabState.Error, DocumentStatus = 400 }, PhaseName.Logout)
        .Phase(PhaseName.Logout, PhaseOutcome.NotReached, "an error page came up");

    /// <summary>The landing page needs a session and logs in again, silently or with a prompt.</summary>
    public static EvidenceBuilder ProtectedLanding(EvidenceBuilder builder, bool silently)
    {
        var request = HealthyFlow.Authorize("portal", "6");
        builder.Change("signed-out", step => step.Redirect(request));
        return silently
            ? builder.InsertAfter("signed-out",
                new EvidenceStep("landing-authorize", "GET", request, 302).From("cross-site").Redirect(HealthyFlow.Callback("portal", "6")),
                new EvidenceStep("landing-callback", "GET", HealthyFlow.Callback("portal", "6"), 302).From("cross-site")
                    .Redirect("/signed-out"),
                new EvidenceStep("landing-home", "GET", $"{HealthyFlow.Portal}/signed-out", 200) { Body = "<h1>Welcome Alice</h1>" })
                .ChangeTab(TabLook.Result, tab => tab with { State = TabState.SignedIn }, PhaseName.Logout)
            : builder.InsertAfter("signed-out",
                new EvidenceStep("landing-authorize", "GET", request, 302).From("cross-site")
                    .Redirect($"/u/login/identifier?state={EvidenceStep.Fp("idp-6")}"),
                new EvidenceStep("landing-login-page", "GET",
                    $"{HealthyFlow.Provider}/u/login/identifier?state={EvidenceStep.Fp("idp-6")}", 200)
                { Body = HealthyFlow.LoginHtml })
                .ChangeTab(TabLook.Result, tab => tab with { State = TabState.Prompted }, PhaseName.Logout);
    }
}
