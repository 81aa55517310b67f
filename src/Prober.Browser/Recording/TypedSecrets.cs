using Prober.Browser.Journey;
using Prober.Evidence.Redaction;

namespace Prober.Browser.Recording;

/// <summary>Registers what a run typed for redaction, and what reports need in clear.</summary>
internal static class TypedSecrets
{
    public static KnownSecrets Of(JourneyState journey)
    {
        var scenario = journey.Scenario;
        var secrets = new KnownSecrets();
        secrets.Protect(scenario.Provider.Issuer);
        secrets.Protect(scenario.Provider.Saml?.EntityId);
        foreach (var application in scenario.Applications.Values)
        {
            secrets.Protect(application.Url.AbsoluteUri);
            secrets.Protect(application.ClientId);
            secrets.Protect(application.Saml?.EntityId);
        }

        secrets.Protect(scenario.Alternate?.Url.AbsoluteUri);
        secrets.Add(scenario.Account.Password.Reveal(), SecretKind.Password);
        secrets.Add(scenario.Account.Totp?.Reveal(), SecretKind.OneTimeCode);
        secrets.Add(scenario.Account.Username.Reveal(), SecretKind.Personal);
        secrets.Add(scenario.Provider.Management?.ClientSecret?.Reveal(), SecretKind.ClientSecret);
        secrets.Add(scenario.Provider.Management?.Token?.Reveal(), SecretKind.Token);
        foreach (var code in journey.TypedCodes) secrets.Add(code, SecretKind.OneTimeCode);
        foreach (var step in scenario.Steps) secrets.Add(step.Action == Scenarios.LoginAction.Fill ? step.Value?.Reveal() : null, SecretKind.Password);
        return secrets;
    }
}
