using Prober.Lab.Applications;
using Prober.Lab.Provider;
using Prober.Lab.Provider.Protocol;

namespace Prober.Lab;

/// <summary>The provider ignores <c>max_age</c>.</summary>
internal sealed class MaxAgeIgnoredFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.MaxAgeIgnored, "F87", "max-age-ignored",
        "Notes asks for a login of the last five minutes and gets one that is an hour old.", "claims-jwt-auth-context")
    {
        MustNotFail = ["session-*"],
        Scenario = LabScenario.BrowserApplication,
    };

    public override ApplicationProfile Wire(ApplicationProfile application) => application.Kind is ApplicationKind.Notes
        ? application with { ExtraParameters = new Dictionary<string, string> { ["max_age"] = "300" } }
        : application;

    public override bool IgnoresMaxAge => true;

    public override string AlterIdentityToken(string token)
    {
        var draft = IdentityTokenDraft.Parse(token);
        return draft.Set("auth_time", draft.Number("iat") - 3600).Sign(SigningKeys.Current);
    }
}
