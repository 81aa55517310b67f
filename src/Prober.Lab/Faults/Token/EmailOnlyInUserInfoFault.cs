using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Prober.Lab;

/// <summary>Applications that read the ID token alone miss the e-mail address.</summary>
internal sealed class EmailOnlyInUserInfoFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.EmailOnlyInUserInfo, "F72", "email-only-in-userinfo",
        "The e-mail address is in UserInfo but not in the ID token.", "token-required-info")
    {
        Verdict = "warn",
        MustNotFail = ["profile-*"],
        Scenario = LabScenario.BrowserApplication,
        ScenarioTweak = "The scenario expects the claim email.",
    };

    public override IReadOnlyCollection<string> WithheldFromIdentityToken { get; } = [Claims.Email, Claims.EmailVerified];
}
