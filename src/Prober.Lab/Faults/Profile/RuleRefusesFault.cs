using OpenIddict.Abstractions;

namespace Prober.Lab;

/// <summary>A rule lets only staff in.</summary>
internal sealed class RuleRefusesFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.RuleRefuses, "F48", "rule-refuses",
        "A rule refuses the login after the password, and says so in the log.", "profile-rules-actions-ok")
    {
        MustNotFail = ["token-state-roundtrip"],
    };

    private const string Words = "Only staff may log in";

    public override void AlterAuthorizationResponse(OpenIddictResponse response) => AuthorizationRefusal.In(response, "access_denied", Words);

    public override IReadOnlyList<ProviderEvent> AlterLog(IReadOnlyList<ProviderEvent> events) => AuthorizationRefusal.Logged(events, "f", $"{Words} (access_denied)");
}
