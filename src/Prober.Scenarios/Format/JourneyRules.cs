using Prober.Scenarios.Reading;

namespace Prober.Scenarios.Format;

/// <summary>Refuses a journey whose phases cannot follow one another: nobody can walk over, or out, who never came in.</summary>
internal sealed class JourneyRules
{
    private readonly HashSet<string> _signedIn = [];
    private readonly HashSet<string> _everSignedIn = [];
    private bool _loggedOut;

    public static void Check(Scenario scenario, StrictList journey)
    {
        var rules = new JourneyRules();
        foreach (var (step, node) in scenario.Journey.Zip(journey.Items))
        {
            if (rules.Refuse(step, scenario) is { } reason) throw ((StrictMap)node).Entries[0].Key.Error(reason);
            rules.Follow(step);
        }
    }

    private string? Refuse(JourneyStep step, Scenario scenario) => step switch
    {
        LoginPhase login when _signedIn.Contains(login.Application) =>
            $"login at {login.Application}, which is signed in already; log out first.",
        LoginPhase => null,
        _ when _everSignedIn.Count == 0 => $"{NameOf(step)} comes before any login; begin the journey with - login: {scenario.Applications.Keys.First()}.",
        SecondTabPhase tab when !_signedIn.Contains(tab.Application) =>
            $"secondTab of {tab.Application}, where nobody is signed in at this point.",
        SsoPhase when _signedIn.Count == 0 => "sso after logout, when nobody is signed in; log in again first.",
        SsoPhase sso when _signedIn.Contains(sso.Application) =>
            $"sso to {sso.Application}, which is signed in already; name another application.",
        ParallelTabsPhase when _signedIn.Count > 0 =>
            "parallelTabs where somebody is signed in, so that no tab would meet the login page; log out first.",
        LogoutPhase logout when !_signedIn.Contains(logout.Application) =>
            $"logout from {logout.Application}, where nobody is signed in at this point.",
        LogoutPhase logout when scenario.Applications[logout.Application].Logout is null =>
            $"logout from {logout.Application}, but applications.{logout.Application} has no key logout that says what to click.",
        SignedOutPhase when !_loggedOut => "signedOut comes before any logout.",
        SignedOutPhase { Applications: var names } when names.FirstOrDefault(name => !_everSignedIn.Contains(name)) is { } stranger =>
            $"signedOut looks at {stranger}, where nobody was signed in before.",
        _ => null,
    };

    private void Follow(JourneyStep step)
    {
        switch (step)
        {
            case LoginPhase login: Enter(login.Application); break;
            case SsoPhase sso: Enter(sso.Application); break;
            case ParallelTabsPhase tabs: Enter(tabs.Application); break;
            case LogoutPhase: _signedIn.Clear(); _loggedOut = true; break;
        }
    }

    private void Enter(string application)
    {
        _loggedOut = false;
        _signedIn.Add(application);
        _everSignedIn.Add(application);
    }

    private static string NameOf(JourneyStep step) => step switch
    {
        SecondTabPhase => "secondTab",
        SsoPhase => "sso",
        LogoutPhase => "logout",
        ParallelTabsPhase => "parallelTabs",
        _ => "signedOut",
    };
}
