using Prober.Evidence.Session;

namespace Prober.Tests.Checklist.Checks.Sso;

/// <summary>A journey in which the second application asks again.</summary>
internal static class SsoEvidence
{
    /// <summary>The second application's request is answered by a login page, on which the journey stops.</summary>
    public static EvidenceBuilder Prompted(EvidenceBuilder builder, string? parameter = null)
    {
        var request = HealthyFlow.Authorize("billing", "3") + parameter;
        var page = $"{HealthyFlow.Provider}/u/login/identifier?state={EvidenceStep.Fp("idp-3")}";
        return builder
            .Change("billing", step => step.Redirect(request))
            .Change("billing-authorize", step => (step with { Url = request }).Redirect(page))
            .Change("billing-callback", _ =>
                new EvidenceStep("billing-callback", "GET", page, 200) { Phase = PhaseName.Sso, Body = HealthyFlow.LoginHtml })
            .Remove("billing-home")
            .ChangeTab(TabLook.Result, tab =>
                tab with { State = TabState.Prompted, SignedInMarker = false, Controls = ["identifier"], PromptedOnTheWay = true },
                PhaseName.Sso)
            .Phase(PhaseName.Sso, PhaseOutcome.NotReached, "a login page came up");
    }
}
