using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>Phases as moments and files name them.</summary>
internal static class PhaseNames
{
    public static string Of(PhaseName name) => name switch
    {
        PhaseName.SecondTab => "second-tab",
        PhaseName.SignedOut => "signed-out",
        PhaseName.Sso => "sso",
        PhaseName.Logout => "logout",
        PhaseName.ParallelTabs => "parallel-tabs",
        _ => "login",
    };

    public static string Of(TabLook look) => look switch
    {
        TabLook.SecondTab => "second-tab",
        TabLook.ProviderSessionOnly => "provider-session",
        TabLook.OpenedByScript => "opened-by-script",
        TabLook.FreshTab => "fresh-tab",
        TabLook.Revisit => "revisit",
        TabLook.Back => "back",
        TabLook.AfterCredentials => "after-credentials",
        TabLook.Prompt => "prompt",
        TabLook.FinishedFirst => "finished-first",
        TabLook.FinishedLast => "finished-last",
        _ => "result",
    };
}
