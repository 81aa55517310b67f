using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// Looks whether everybody is really out: Back and a link in the tab that logged out, and the protected page in a fresh tab. The fresh
/// tab serves all applications in turn, since sessionStorage is kept by origin.
/// </summary>
internal sealed class SignedOutWalk(JourneyState journey, string application) : JourneyPhase(journey, PhaseName.SignedOut, application)
{
    private readonly List<string> _stillIn = [];

    public override string? ReasonToSkip() =>
        Journey.SignedIn.Contains(Application) ? null : $"nobody was signed in at {Application}";

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        if (Journey.LoggedOutIn is { IsClosed: false } tab && Journey.TabOf(Application) == tab)
        {
            await GoBackAsync(tab, cancellationToken);
            await LookAsync(tab, TabLook.Revisit, cancellationToken);
        }

        Journey.FreshTab ??= await Journey.Main.Context.NewPageAsync().BoundedBy(cancellationToken);
        await LookAsync(Journey.FreshTab, TabLook.FreshTab, cancellationToken);
        return _stillIn.Count == 0 ? PhaseEnd.Reached : PhaseEnd.NotReached($"{Application} still shows the signed-in marker ({string.Join(", ", _stillIn)})");
    }

    private async Task LookAsync(IPage page, TabLook look, CancellationToken cancellationToken)
    {
        Looking = look;
        var watch = WatchOn(page);
        watch.Storage = "always";
        await FollowNeutralLinkAsync(page, ProtectedUrl, cancellationToken);
        await JudgeAsync(page, watch, look, await ArriveAsync(page, watch, Dwell.Revisit, mayLogIn: false, cancellationToken), cancellationToken);
    }

    /// <summary>Back may show a page that was kept in memory or cache: that is no session until it survives a reload.</summary>
    private async Task GoBackAsync(IPage page, CancellationToken cancellationToken)
    {
        Looking = TabLook.Back;
        var watch = WatchOn(page);
        var before = Journey.Time.GetUtcNow();
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit }).BoundedBy(cancellationToken);
        Did("went back");
        var reading = await ArriveAsync(page, watch, Dwell.Revisit, mayLogIn: false, cancellationToken);
        if (reading.State == TabState.SignedIn)
        {
            var asked = Journey.WindowOf(page).Traffic.Documents(page, before);
            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit }).BoundedBy(cancellationToken);
            Notice(asked == 0 ? "Back showed a page kept in memory; it was loaded again to see whether the session lives" : "Back showed the signed-in page; it was loaded again");
            Did("loaded the page again");
            watch = WatchOn(page);
            reading = await ArriveAsync(page, watch, Dwell.Revisit, mayLogIn: false, cancellationToken);
        }

        await JudgeAsync(page, watch, TabLook.Back, reading, cancellationToken);
    }

    private async Task JudgeAsync(IPage page, TabWatch watch, TabLook look, PageReading reading, CancellationToken cancellationToken)
    {
        var jar = await Journey.Cookies.TakeAsync(Journey.WindowOf(page), $"{PhaseNames.Of(look)} {Application}", cancellationToken);
        Observe(look, reading, watch, Journey.Sessions.Stands(Application, Settings.Url, jar, reading.Look));
        if (reading.State == TabState.SignedIn) _stillIn.Add(PhaseNames.Of(look));
    }
}
