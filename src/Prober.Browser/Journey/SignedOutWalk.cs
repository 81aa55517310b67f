using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Replay;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Looks whether everybody is really out: the protected page in a fresh tab, then by a link and by Back in the tab that logged out. The
/// fresh tab serves all applications in turn, since sessionStorage is kept by origin.
/// </summary>
internal sealed class SignedOutWalk(JourneyState journey, string application) : JourneyPhase(journey, PhaseName.SignedOut, application)
{
    private readonly List<string> _stillIn = [];
    private bool _unrecorded;

    public override string? ReasonToSkip() =>
        Journey.SignedIn.Contains(Application) ? null : $"nobody was signed in at {Application}";

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        // First, so that the tab that logged out has been drawn by the time that it is used again.
        Journey.FreshTab ??= await Journey.Reserve.TakeAsync(cancellationToken);
        await LookAsync(Journey.FreshTab, TabLook.FreshTab, cancellationToken);
        if (Journey.LoggedOutIn is { Page.IsClosed: false } place && Journey.TabOf(Application) == place.Page)
        {
            await LookAsync(place.Page, TabLook.Revisit, cancellationToken);
            // Once a link has shown that somebody is still in, Back has no more to tell, and would only replay the login's last hop.
            if (!_stillIn.Contains(PhaseNames.Of(TabLook.Revisit))) await GoBackAsync(place.Page, place.History, cancellationToken);
        }

        if (_unrecorded && _stillIn.Count == 0) return PhaseEnd.NotReached($"the recording holds no look at {Application} after the logout");
        if (_stillIn.Count == 0) return PhaseEnd.Reached;
        return PhaseEnd.NotReached($"{Application} still shows the signed-in marker ({string.Join(", ", _stillIn)})");
    }

    private async Task LookAsync(IPage page, TabLook look, CancellationToken cancellationToken)
    {
        Looking = look;
        var watch = WatchOn(page, settle: Dwell.Moment);
        watch.Storage = "always";
        await FollowNeutralLinkAsync(page, ProtectedUrl, cancellationToken);
        await JudgeAsync(page, watch, look, await ArriveAsync(page, watch, Dwell.Revisit, mayLogIn: false, cancellationToken), cancellationToken);
    }

    /// <summary>Back may show a page that was kept in memory or cache: that is no session until it survives a reload.</summary>
    private async Task GoBackAsync(IPage page, int landing, CancellationToken cancellationToken)
    {
        Looking = TabLook.Back;
        var before = Journey.Time.GetUtcNow();
        var known = Watch?.Last?.Look;
        var watch = WatchOn(page, settle: Dwell.Moment);
        // To what stood there before the page where the logout ended, over whatever the revisit put on top.
        await page.EvaluateAsync("landing => history.go(landing - 1 - history.length)", landing).BoundedBy(cancellationToken);
        Did("went back to before the logout");
        var reading = await LeaveAsync(watch, known, cancellationToken);
        string? notice = null;
        var kept = false;
        if (reading.State == TabState.SignedIn)
        {
            var asked = Journey.WindowOf(page).Traffic.Documents(page, before);
            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }).BoundedBy(cancellationToken);
            Did("loaded the page again");
            kept = asked == 0;
            notice = $"Back showed {(kept ? "a page kept in memory or cache" : "the signed-in page")}, which was loaded again";
            watch = WatchOn(page, settle: Dwell.Moment);
            reading = await LeaveAsync(watch, reading.Look, cancellationToken);
        }

        if (notice is not null) Notice(notice);
        if (await JudgeAsync(page, watch, TabLook.Back, reading, cancellationToken) && kept) Journey.Tabs[^1] = Journey.Tabs[^1] with { KeptByBrowser = true };
    }

    /// <summary>The next document's reading: the one that is being left stands there for a moment longer.</summary>
    private static Task<PageReading> LeaveAsync(TabWatch watch, PageLook? left, CancellationToken cancellationToken) =>
        watch.NextAsync(reading => reading.Look.Document == left?.Document ? null : Dwell.Revisit(reading), cancellationToken);

    /// <returns>False when a replay's recording has nothing to look at.</returns>
    private async Task<bool> JudgeAsync(IPage page, TabWatch watch, TabLook look, PageReading reading, CancellationToken cancellationToken)
    {
        // What is not in the recording shows nothing, neither that somebody is in nor that nobody is. Back leads to what was shown before the
        // logout, which no recording has a second time: whether a browser asks for it again or has kept it, it is nothing that is missing.
        if (Journey.Options.Replay is not null && reading.Look.Title == ReplayTag.TitleOfNone)
        {
            _unrecorded |= look != TabLook.Back;
            return false;
        }

        var jar = await Journey.Cookies.TakeAsync(Journey.WindowOf(page), $"{PhaseNames.Of(look)} {Application}", cancellationToken);
        Observe(look, reading, watch, Journey.Sessions.Stands(Application, Settings.Url, jar, reading));
        if (reading.State == TabState.SignedIn) _stillIn.Add(PhaseNames.Of(look));
        return true;
    }
}
