using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>The phases of a scenario's journey in its order; looking whether people are out is a phase for each application.</summary>
internal static class PhaseSequence
{
    public static IEnumerable<JourneyPhase> Of(JourneyState journey) => journey.Scenario.Journey.SelectMany(step => Of(journey, step));

    private static IEnumerable<JourneyPhase> Of(JourneyState journey, JourneyStep step) => step switch
    {
        LoginPhase login => [new LoginWalk(journey, login.Application)],
        SecondTabPhase secondTab => [new SecondTabWalk(journey, secondTab)],
        SsoPhase sso => [new SsoWalk(journey, sso)],
        LogoutPhase logout => [new LogoutWalk(journey, logout)],
        SignedOutPhase signedOut => signedOut.Applications.Select(application => new SignedOutWalk(journey, application)),
        ParallelTabsPhase tabs => [new ParallelTabsWalk(journey, tabs.Application)],
        _ => throw new InvalidOperationException($"no phase walks {step.GetType().Name}"),
    };
}
