using Prober.Lab.Provider.Federation;

namespace Prober.Lab;

/// <summary>The broker does not ask for what its applications need.</summary>
internal sealed class UpstreamScopeWithoutEmailFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamScopeWithoutEmail, "F60", "upstream-scope-without-email",
        "The broker asks the upstream provider for the scope openid alone.", "profile-social-scopes-requested")
    {
        MustNotFail = ["profile-rules-actions-ok"],
        Scenario = LabScenario.Federated,
        ScenarioTweak = "The scenario requires the attribute email.",
    };

    public override OpenIdConnectUpstream Ask(OpenIdConnectUpstream connection) => connection with { Scopes = ["openid"] };
}
