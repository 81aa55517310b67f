using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary>One phase of the journey.</summary>
internal sealed class JourneyStepShape : OneKeyShape<JourneyStep>
{
    public JourneyStepShape() : base("a phase")
    {
        var name = ApplicationNameShape.Instance;
        Kind("login", name.As<JourneyStep>(app => new LoginPhase(app)), "Log in at an application with the probe account.");
        Kind(
            "secondTab",
            new KindShape<JourneyStep>(scalar: name.As<JourneyStep>(app => new SecondTabPhase(app)), map: new SecondTabShape()),
            "Open the application in a second tab of the same browser.");
        Kind(
            "sso",
            new KindShape<JourneyStep>(scalar: name.As<JourneyStep>(app => new SsoPhase(app)), map: new SsoShape()),
            "Walk over to another application by a link.");
        Kind(
            "logout",
            new KindShape<JourneyStep>(scalar: name.As<JourneyStep>(app => new LogoutPhase(app)), map: new LogoutShape()),
            "Log out at an application.");
        Kind(
            "parallelTabs",
            name.As<JourneyStep>(app => new ParallelTabsPhase(app)),
            "After a logout, log in in two tabs at once and finish in reverse order.");
        Kind(
            "signedOut",
            new ListShape<string>(name, "application names", least: 1).As<JourneyStep>(apps => new SignedOutPhase(apps)),
            "Look whether everybody is really out.");
    }
}
