using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab;

/// <summary>The e-mail address is released nowhere, though its scope was granted.</summary>
internal sealed class EmailClaimMissingFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.EmailClaimMissing, "F71", "email-claim-missing",
        "Neither the ID token nor UserInfo carries the e-mail address.", "token-required-info")
    {
        MustNotFail = ["claims-jwt-signature"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The scenario expects the claim email.",
    };

    public override IReadOnlyCollection<string> WithheldFromIdentityToken { get; } = [Claims.Email, Claims.EmailVerified];

    public override IReadOnlyCollection<string> WithheldFromUserInfo { get; } = [Claims.Email, Claims.EmailVerified];
}
