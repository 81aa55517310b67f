using Prober.Checklist.Checks.AppLogs;
using Prober.Checklist.Checks.Claims;
using Prober.Checklist.Checks.Logout;
using Prober.Checklist.Checks.Sso;

namespace Prober.Checklist;

/// <summary>The one ordered list of checks: report order, stage by stage. Adding a check is one file and one line here.</summary>
public static class CheckCatalog
{
    public static IReadOnlyList<Check> All { get; } =
    [
        // The order in which libraries validate: the first broken rule has the headline.
        new TokenDecodes(),
        new TokenIssuer(),
        new TokenAudience(),
        new TokenSignature(),
        new TokenTimes(),
        new TokenNonce(),
        new TokenHashes(),
        new AuthenticationContext(),

        new SecondApplicationLogin(),
        new SameBrowser(),
        new SessionLifetime(),
        new PromptParameter(),

        new NoErrorsLogged(),

        new SessionEnded(),
        new LogoutRedirectAllowed(),
        new FederatedLogout(),
        new LogoutUrlNotCallback(),
        new LandingAnonymous(),
    ];
}
