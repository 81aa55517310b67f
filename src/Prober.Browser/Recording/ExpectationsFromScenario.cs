using Prober.Evidence.Expected;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Recording;

/// <summary>Turns what a scenario says is right into what a check reads; it travels in the bundle.</summary>
public static class ExpectationsFromScenario
{
    public static Expectations Read(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var expect = scenario.Expect;
        return new Expectations
        {
            Provider = Read(scenario.Provider),
            Applications = [.. scenario.Applications.Select(application => Read(application.Key, application.Value))],
            Connection = scenario.Provider.Connection,
            Prompt = Enum.TryParse<ExpectedPrompt>(expect.Prompt, ignoreCase: true, out var prompt) ? prompt : ExpectedPrompt.Required,
            Error = expect.Error is { } error ? new ExpectedError(error, expect.Check) : null,
            Mfa = expect.Mfa,
            Consent = expect.Consent,
            RequiredClaims = expect.Claims,
            RequiredAttributes = expect.Attributes,
            Groups = expect.Groups,
            Amr = expect.Amr,
            Acr = expect.Acr,
            MaxAge = expect.MaxAge,
            FederatedLogout = expect.FederatedLogout ?? scenario.Journey.OfType<LogoutPhase>().FirstOrDefault()?.Federated,
            ProviderLogout = expect.ProviderLogout,
            SingleSignOn = expect.Sso,
            SecondTabPrompt = expect.SecondTabPrompt,
            MaxStep = expect.MaxStep,
            SessionIdle = expect.SessionIdle,
            SessionAbsolute = expect.SessionAbsolute,
            Skew = expect.Skew,
            Journey = [.. scenario.Journey.Select(NameOf)],
        };
    }

    private static ExpectedProvider Read(ProviderSettings settings) => new()
    {
        Kind = settings.Kind,
        Issuer = settings.Issuer,
        Hosts = settings.Hosts,
        UpstreamHosts = settings.Upstream?.Hosts ?? [],
        UpstreamKind = settings.Upstream?.Kind,
        UpstreamIssuer = settings.Upstream?.Issuer,
        UpstreamCallbackUrl = settings.Upstream?.CallbackUrl,
    };

    private static ExpectedApplication Read(string name, ApplicationSettings settings) => new()
    {
        Name = name,
        Url = settings.Url.AbsoluteUri,
        ProtectedUrl = settings.ProtectedUrl?.AbsoluteUri,
        CallbackUrls = settings.Saml?.ConsumerService is { } consumer ? [.. settings.CallbackUrls.Append(consumer).Distinct()] : settings.CallbackUrls,
        ClientId = settings.ClientId,
        EntityId = settings.Saml?.EntityId,
        ProviderStarted = settings.Saml?.ProviderStarted,
        Confidential = settings.Confidential,
        PostLogoutUrl = settings.PostLogoutUrl?.AbsoluteUri,
        RequiredClaims = settings.Claims,
    };

    private static PhaseName NameOf(JourneyStep step) => step switch
    {
        LoginPhase => PhaseName.Login,
        SecondTabPhase => PhaseName.SecondTab,
        SsoPhase => PhaseName.Sso,
        LogoutPhase => PhaseName.Logout,
        ParallelTabsPhase => PhaseName.ParallelTabs,
        _ => PhaseName.SignedOut,
    };
}
