using Prober.Checklist.Checks.Credentials;
using Prober.Checklist.Checks.LoginPrompt;
using Prober.Checklist.Checks.Session;
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
        new PasswordExpired(),
        new BrowserConsole(),

        new SecondTab(),
        new CookieEstablished(),
        new ApplicationEstablished(),

        new CallbackSeen(),
        new StateRoundtrip(),
        new TokenReturned(),
        new RequiredInfo(),
    ];
}
