using Prober.Checklist.Checks.AppLogs;
using Prober.Checklist.Checks.Claims;
using Prober.Checklist.Checks.Claims.Saml;
using Prober.Checklist.Checks.Credentials;
using Prober.Checklist.Checks.Extra;
using Prober.Checklist.Checks.LoginPrompt;
using Prober.Checklist.Checks.Logout;
using Prober.Checklist.Checks.Logs;
using Prober.Checklist.Checks.Profile;
using Prober.Checklist.Checks.Session;
using Prober.Checklist.Checks.Sso;
using Prober.Checklist.Checks.Token;

namespace Prober.Checklist;

/// <summary>The one ordered list of checks: report order, stage by stage. Adding a check is one file and one line here.</summary>
public static class CheckCatalog
{
    public static IReadOnlyList<Check> All { get; } =
    [
        new PromptShown(),
        new AuthorizeSeen(),
        new RequestValid(),
        new ConnectionEnabled(),
        new ProviderAvailable(),
        new CustomizationClean(),

        new NoErrorShown(),
        new ErrorClassified(),
        new AlternatePath(),
        new PasswordExpired(),
        new BrowserConsole(),
        new BrokerCallbackSeen(),
        new UpstreamCallbackUrl(),
        new PasswordlessDelivery(),

        new SecondTab(),
        new CookieEstablished(),
        new ApplicationEstablished(),

        new EntryCreated(),
        new NoErrorReturned(),
        new ServerErrors(),

        new UserExists(),
        new AttributesPresent(),
        new ResponseHasUserInfo(),
        new RulesAllowLogin(),
        new CustomDatabaseScripts(),
        new LdapMapper(),
        new SocialScopesRequested(),

        new CallbackSeen(),
        new StateRoundtrip(),
        new TokenReturned(),
        new RequiredInfo(),

        // The order in which libraries validate: the first broken rule has the headline.
        new TokenDecodes(),
        new TokenIssuer(),
        new TokenAudience(),
        new TokenSignature(),
        new TokenTimes(),
        new TokenNonce(),
        new TokenHashes(),
        new AuthenticationContext(),

        // The same for assertions.
        new AssertionDecodes(),
        new AssertionStatus(),
        new AssertionSignature(),
        new AssertionDestination(),
        new AssertionInResponseTo(),
        new AssertionSubjectConfirmation(),
        new AssertionAudience(),
        new AssertionConditions(),
        new AssertionNameId(),
        new AssertionAttributes(),

        new SecondApplicationLogin(),
        new SameBrowser(),
        new SessionLifetime(),
        new PromptParameter(),
        new SecondApplicationConnection(),
        new SecondApplicationProfile(),
        new MobileBrowserFlow(),

        new NoErrorsLogged(),
        new AttributesReceived(),

        new SessionEnded(),
        new LogoutRedirectAllowed(),
        new FederatedLogout(),
        new LogoutUrlNotCallback(),
        new LandingAnonymous(),

        new SameSiteSimulator(),
        new LoopExplainer(),
        new RedirectUriDifference(),
        new ClockSkewMap(),
        new LogoutDepth(),
        new ParallelTabs(),
        new SingleLogout(),
        new CookiePollution(),
        new HeaderSize(),
        new BackForwardLeak(),
        new CertificateForecast(),
        new IssuerDrift(),
        new DoubleCallback(),
        new TokenInUrl(),
    ];
}
