using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>Walks from the application that is open to another one by a link, and looks whether anybody is asked for anything.</summary>
internal sealed class SsoWalk(JourneyState journey, SsoPhase phase) : JourneyPhase(journey, PhaseName.Sso, phase.Application)
{
    public override string? ReasonToSkip() => Journey.SignedIn.Count > 0 ? null : "nobody is signed in anywhere";

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        if (phase.After > TimeSpan.Zero)
        {
            await Task.Delay(phase.After, Journey.Time, cancellationToken);
            Did($"waited {phase.After.TotalSeconds:0.#} s");
        }

        var window = phase.PrivateWindow ? await Journey.OpenWindowAsync("private", null, cancellationToken) : Journey.Main;
        var before = await Journey.Cookies.TakeAsync(window, $"before sso {Application}", cancellationToken);
        var page = phase.PrivateWindow ? await HopFromNowhereAsync(window, cancellationToken) : await HopAsync(cancellationToken);
        Journey.Keep(Application, page);
        var watch = Watch!;
        var reading = await ArriveAsync(page, watch, Dwell.Arrival, mayLogIn: true, cancellationToken);
        var jar = await Journey.Cookies.TakeAsync(window, $"after sso {Application}", cancellationToken);
        var session = Journey.Sessions.Establish(Application, Settings.Url, before, jar, reading.Look);
        Observe(TabLook.Result, reading, watch, session);
        if (reading.State == TabState.Challenge) return PhaseEnd.Blocked(PageWords.Of(reading, watch));
        if (reading.State != TabState.SignedIn) return PhaseEnd.NotReached(PageWords.Of(reading, watch));
        Journey.SignedIn.Add(Application);
        await AboutUser.AskAsync(Journey, window, Application, cancellationToken);
        Did($"signed in: {Markers.Describe(Settings.SignedIn)} is visible");
        return PhaseEnd.Reached;
    }

    /// <summary>By the link on the page that is open, in the second tab when there is one, so that the first stays where it is.</summary>
    private async Task<IPage> HopAsync(CancellationToken cancellationToken)
    {
        var from = Journey.SecondTab ?? Journey.TabOf(Journey.SignedIn[^1]);
        if (from is { IsClosed: false } && await LinkOnAsync(from, cancellationToken) is { } link)
        {
            WatchOn(from);
            await Journey.Screens.DrawnAsync(from);
            var opened = new TaskCompletionSource<IPage>(TaskCreationOptions.RunContinuationsAsynchronously);
            void Opened(object? sender, IPage popup) => opened.TrySetResult(popup);
            from.Popup += Opened;
            await link.Locator.ClickAsync(new() { Timeout = (float)Journey.Scenario.Budgets.Action.TotalMilliseconds }).BoundedBy(cancellationToken);
            from.Popup -= Opened;
            Did($"clicked {link.Words}");
            var page = opened.Task.IsCompletedSuccessfully ? await opened.Task : from;
            if (page != from) WatchOn(page);
            if (page == Journey.SecondTab) Journey.SecondTab = null;
            return page;
        }

        return await HopFromNowhereAsync(Journey.Main, cancellationToken);
    }

    private async Task<IPage> HopFromNowhereAsync(RecordedWindow window, CancellationToken cancellationToken)
    {
        var page = await window.Context.NewPageAsync().BoundedBy(cancellationToken);
        WatchOn(page);
        await FollowNeutralLinkAsync(page, ProtectedUrl, cancellationToken);
        return page;
    }

    private async Task<(ILocator Locator, string Words)?> LinkOnAsync(IPage from, CancellationToken cancellationToken)
    {
        if (phase.By is { } marker) return (Markers.On(from, marker).First, Markers.Describe(marker));
        var look = await PageReader.TakeAsync(from, new LookRequest(), cancellationToken);
        var origin = Settings.Url.GetLeftPart(UriPartial.Authority);
        var links = look?.Controls.Where(control => control.Link).ToList() ?? [];
        var link = links.Find(control => control.Origin.Equals(origin, StringComparison.OrdinalIgnoreCase))
            ?? links.Find(control => control.Text.Equals(Application, StringComparison.OrdinalIgnoreCase));
        return link is null ? null : (from.Locator(link.Selector).First, $"the link \"{link.Text}\"");
    }
}
