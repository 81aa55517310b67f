using Prober.Lab;
using Prober.Scenarios;

namespace Prober.Runs;

/// <summary>The lab's scenarios, with the few words that a fault needs in them.</summary>
internal static class DemoScenarios
{
    /// <summary>Reads one of <c>scenarios/lab</c> for a running lab.</summary>
    public static Scenario Load(LabScenario scenario, LabHost lab, Fault? fault)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "scenarios", "lab", FileOf(scenario));
        return Adjust(ScenarioLoader.Load(file, ScenarioVariables.Of(lab.Variables)), fault);
    }

    private static string FileOf(LabScenario scenario) => scenario switch
    {
        LabScenario.BrowserApplication => "browser-application.yaml",
        LabScenario.Federated => "federated.yaml",
        LabScenario.FederatedSaml => "federated-saml.yaml",
        LabScenario.Passwordless => "passwordless.yaml",
        LabScenario.Saml => "saml.yaml",
        LabScenario.WsFederation => "wsfed.yaml",
        _ => "server-side.yaml",
    };

    private static Scenario Adjust(Scenario scenario, Fault? fault) => fault switch
    {
        Fault.PrivateWindow => scenario with
        {
            Journey = [.. scenario.Journey.Select(step => step is SsoPhase sso ? sso with { PrivateWindow = true } : step)],
        },
        Fault.SessionIdleElapsed => scenario with
        {
            Expect = scenario.Expect with { SessionIdle = LabOptions.ShortIdleLifetime },

            // A second tab would race against the short lifetime: only the hop to the second application, by a slow link, is to be late.
            Journey = [.. scenario.Journey.Where(step => step is not SecondTabPhase)
                .Select(step => step is SsoPhase sso ? sso with { By = new Marker { Link = "Open Billing" } } : step)],
        },
        Fault.SessionLifetimeElapsed => scenario with
        {
            Expect = scenario.Expect with { SessionAbsolute = LabOptions.ShortAbsoluteLifetime },
            // The link to the second application takes longer than an action usually may.
            Budgets = scenario.Budgets with { Action = LabOptions.ShortAbsoluteLifetime * 2 },
            Journey = [.. scenario.Journey.Select(step => step is SsoPhase sso ? sso with { By = new Marker { Link = "Open Billing" } } : step)],
        },
        Fault.ConsentRequired => scenario with { Journey = [new LoginPhase("billing"), new SsoPhase("notes")] },
        // The scenario's own order begins at the SAML application; here that is where single sign-on leads.
        Fault.SecondApplicationForcesAuthn => scenario with { Journey = [new LoginPhase("portal"), new SsoPhase("ledger")] },
        Fault.FederatedLogoutUnwanted => scenario with
        {
            Journey = [.. scenario.Journey.Select(step => step is LogoutPhase logout ? logout with { Federated = false } : step)],
        },
        Fault.SharedStateCookie => scenario with { Journey = [new LoginPhase("portal"), new LogoutPhase("portal"), new ParallelTabsPhase("portal")] },
        // What an identity engineer would copy from the provider: the addresses that are registered.
        Fault.RedirectUriScheme => Registered(scenario, uri => uri.Replace("http://", "https://", StringComparison.Ordinal)),
        Fault.RedirectUriTrailingSlash => Registered(scenario, uri => uri + "/"),
        Fault.OneDoorRefuses or Fault.WrongPasswordEverywhere or Fault.LoginTemplateBroken => WithAlternate(scenario, scenario.Applications["billing"]),
        Fault.GroupsClaimDropped or Fault.GroupOverage => scenario with
        {
            Expect = scenario.Expect with { Claims = new Dictionary<string, string?>(scenario.Expect.Claims) { ["groups"] = null } },
        },
        Fault.MapperForgetsDepartment => scenario with
        {
            Expect = scenario.Expect with { Attributes = new Dictionary<string, string?>(scenario.Expect.Attributes) { ["department"] = null } },
        },
        _ => scenario,
    };

    private static Scenario WithAlternate(Scenario scenario, ApplicationSettings door) => scenario with
    {
        Alternate = new() { Url = door.ProtectedUrl ?? door.Url, ClientId = door.ClientId, SignedIn = door.SignedIn, LoginControl = door.LoginControl },
    };

    private static Scenario Registered(Scenario scenario, Func<string, string> registration) => scenario with
    {
        Applications = scenario.Applications.ToDictionary(
            application => application.Key,
            application => application.Value with { CallbackUrls = [.. application.Value.CallbackUrls.Select(registration)] }),
    };
}
