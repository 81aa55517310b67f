using Microsoft.Playwright;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>
/// Opens the application again: literally in a second tab; then in a window that has only the provider's cookies, which tells
/// the provider's session from the application's own; and by window.open, which copies sessionStorage, when the first failed.
/// </summary>
internal sealed class SecondTabWalk(JourneyState journey, SecondTabPhase phase) : JourneyPhase(journey, PhaseName.SecondTab, phase.Application)
{
    private CookieSnapshot? _cookies;

    public override string? ReasonToSkip() =>
        Journey.SignedIn.Contains(Application) ? null : $"the login at {Application} did not get there";

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        Looking = TabLook.SecondTab;
        var first = Journey.TabOf(Application);
        var page = await Journey.Reserve.TakeAsync(cancellationToken);
        if (phase.ProviderSession && ProviderCookies.Filter(Journey) is { } state) BeginWindow(state, cancellationToken);
        var end = await LookAsync(page, TabLook.SecondTab, Journey.Main, cancellationToken);
        if (end.Outcome == PhaseOutcome.Reached) Journey.SecondTab = page;
        Draw(end.Outcome == PhaseOutcome.Reached);
        if (phase.ProviderSession) await LookWithProviderSessionAsync(cancellationToken);
        if (end.Outcome != PhaseOutcome.Reached && first is not null) await LookByScriptAsync(first, cancellationToken);
        Tab = page;
        return end;
    }

    /// <summary>Beside the look in the second tab; what that changes in the jar is brought along before the window is used.</summary>
    private void BeginWindow(string state, CancellationToken cancellationToken)
    {
        _cookies = Journey.Cookies.Snapshots[^1];
        Journey.Reserve.BeginWindow(Journey, "provider-session", state, cancellationToken);
    }

    private async Task<PhaseEnd> LookAsync(IPage page, TabLook look, RecordedWindow window, CancellationToken cancellationToken)
    {
        var watch = WatchOn(page);
        await FollowNeutralLinkAsync(page, ProtectedUrl, cancellationToken);
        return await JudgeAsync(page, watch, look, window, cancellationToken);
    }

    private async Task<PhaseEnd> JudgeAsync(IPage page, Pages.TabWatch watch, TabLook look, RecordedWindow window, CancellationToken cancellationToken)
    {
        var reading = await ArriveAsync(page, watch, Dwell.Arrival, mayLogIn: true, cancellationToken);
        var jar = await Journey.Cookies.TakeAsync(window, $"{PhaseNames.Of(look)} {Application}", cancellationToken);
        Observe(look, reading, watch, Journey.Sessions.Stands(Application, Settings.Url, jar, reading));
        return reading.State switch
        {
            TabState.SignedIn => PhaseEnd.Reached,
            TabState.Challenge => PhaseEnd.Blocked(PageWords.Of(reading, watch)),
            _ => PhaseEnd.NotReached(PageWords.Of(reading, watch)),
        };
    }

    private async Task LookWithProviderSessionAsync(CancellationToken cancellationToken)
    {
        if (_cookies is not { } cookies)
        {
            Did("the provider's session was not tried alone: it shares the application's host");
            return;
        }

        Looking = TabLook.ProviderSessionOnly;
        Did("opened a window that has only the provider's cookies");
        var (window, page) = await Journey.Reserve.TakeWindowAsync();
        if (ProviderCookies.Changed(Journey, cookies) is { Count: > 0 } changed) await window.Context.AddCookiesAsync(changed).BoundedBy(cancellationToken);
        await LookAsync(page, TabLook.ProviderSessionOnly, window, cancellationToken);
        Journey.CloseInBackground(window);
    }

    private async Task LookByScriptAsync(IPage first, CancellationToken cancellationToken)
    {
        Looking = TabLook.OpenedByScript;
        var popup = await first.RunAndWaitForPopupAsync(() => first.EvaluateAsync("url => { open(url); }", ProtectedUrl.AbsoluteUri))
            .BoundedBy(cancellationToken);
        Did("opened the application by window.open from the first tab");
        await JudgeAsync(popup, WatchOn(popup), TabLook.OpenedByScript, Journey.Main, cancellationToken);
        await popup.CloseAsync().BoundedBy(cancellationToken);
    }
}
