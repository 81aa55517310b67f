using Prober.Evidence.Session;

namespace Prober.Checklist;

/// <summary>What a person calls a phase.</summary>
internal static class PhaseWords
{
    public static string Of(PhaseName phase) => phase switch
    {
        PhaseName.SecondTab => "second tab",
        PhaseName.Sso => "single sign-on",
        PhaseName.SignedOut => "look after logout",
        PhaseName.Logout => "logout",
        PhaseName.ParallelTabs => "login in two tabs at once",
        _ => "login",
    };
}
