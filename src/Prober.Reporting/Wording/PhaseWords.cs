using Prober.Evidence.Session;

namespace Prober.Reporting.Wording;

/// <summary>Phases of the journey as people call them.</summary>
internal static class PhaseWords
{
    public static string Of(PhaseName phase) => phase switch
    {
        PhaseName.Login => "Login",
        PhaseName.SecondTab => "Second tab",
        PhaseName.Sso => "Single sign-on",
        PhaseName.Logout => "Logout",
        PhaseName.ParallelTabs => "Two tabs at once",
        _ => "Signed out?",
    };

    public static string Of(PhaseName? phase) => phase is { } known ? Of(known) : "Outside the phases";
}
