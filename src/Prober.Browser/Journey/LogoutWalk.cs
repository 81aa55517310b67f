using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>
/// Logs out where the journey logged in, answers a "do you really?", and looks where that ends and whether it stays so: a landing
/// page that goes to the login by itself shows it only a moment later.
/// </summary>
internal sealed class LogoutWalk(JourneyState journey, LogoutPhase phase) : JourneyPhase(journey, PhaseName.Logout, phase.Application)
{
    private static readonly TimeSpan Proven = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan Unproven = TimeSpan.FromSeconds(1);

    private readonly Submission _submission = new();

    public override string? ReasonToSkip() => Journey.SignedIn.Contains(Application) ? null : $"nobody is signed in at {Application}";

    public override async Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken)
    {
        var page = await ReturnAsync(cancellationToken);
        var watch = WatchOn(page, questions: "logout");
        watch.Storage = "always";
        var start = await watch.NextAsync(Ready, cancellationToken);
        if (PageAction.ForLogout(page, Settings, start) is not { } control)
            return Land(watch, start, PhaseEnd.NotReached($"no control to log out was found: {PageWords.Of(start, watch)}"), session: null);

        _submission.Clicked(start, control.Words);
        Journey.Console.AcceptQuestions = true;
        await Journey.Screens.DrawnAsync(page);
        await control.ClickAsync(Journey.Scenario.Budgets.Action, cancellationToken);
        Did($"clicked {control.Words}");
        if (Journey.Scenario.Journey.Any(step => step is SignedOutPhase)) Journey.Reserve.Begin(cancellationToken);
        var landing = await LandAsync(page, watch, cancellationToken);
        Journey.LoggedOutIn = (page, landing.Look.History);
        var jar = await Journey.Cookies.TakeAsync(Journey.WindowOf(page), $"after logout {Application}", cancellationToken);
        var session = Journey.Sessions.Stands(Application, Settings.Url, jar, landing);
        return Land(watch, landing, EndOf(landing, watch), session);
    }

    /// <summary>The application's own page, by a link when no tab shows it any more.</summary>
    private async Task<IPage> ReturnAsync(CancellationToken cancellationToken)
    {
        if (Journey.TabOf(Application) is { } tab) return Tab = tab;
        var page = await Journey.Main.Context.NewPageAsync().BoundedBy(cancellationToken);
        await FollowNeutralLinkAsync(page, ProtectedUrl, cancellationToken);
        Journey.Keep(Application, page);
        return page;
    }

    private TimeSpan? Ready(PageReading reading)
    {
        if (reading.Look.Shows(Markers.Logout) || (reading.State == TabState.SignedIn && Settings.Logout is null)) return TimeSpan.Zero;
        // The control may come a moment after the rest of the page.
        return Dwell.Arrival(reading) is { } dwell ? TimeSpan.FromTicks(Math.Max(dwell.Ticks, Unproven.Ticks)) : null;
    }

    private async Task<PageReading> LandAsync(IPage page, TabWatch watch, CancellationToken cancellationToken)
    {
        var answers = new InterstitialAnswers(Journey.Scenario.Account.Username.Reveal(), Journey.Scenario.Budgets.Action);
        while (true)
        {
            var reading = await watch.NextAsync(Landed, cancellationToken);
            if (reading.State != TabState.Interstitial || !_submission.IsAnsweredBy(reading)) return reading;
            Notice($"{reading.Interstitial!.Id}: {reading.Interstitial.Quote(reading.Look)}");
            if (await answers.TryAnswerAsync(page, reading, cancellationToken) is not { } pressed) return reading;
            Did($"answered {reading.Interstitial.Id}: pressed \"{pressed}\"");
            _submission.Clicked(reading, $"\"{pressed}\"");
        }
    }

    /// <summary>A landing is believed when it stands: soon when it says that somebody is out, later when it says nothing.</summary>
    private TimeSpan? Landed(PageReading reading)
    {
        if (!_submission.IsAnsweredBy(reading)) return null;
        return reading.State switch
        {
            TabState.Interstitial => TimeSpan.Zero,
            TabState.Prompted or TabState.Unreachable => Proven,
            TabState.Anonymous when reading.Look.Shows(Markers.SignedOut) || reading.SaysSignedOut => Proven,
            TabState.Undecided => null,
            TabState.Blank => Unproven + Unproven,
            _ => Unproven,
        };
    }

    private PhaseEnd EndOf(PageReading landing, TabWatch watch) => landing.State switch
    {
        _ when !_submission.IsAnsweredBy(landing) => PhaseEnd.NotReached($"nothing changed after {_submission.Deed}"),
        TabState.SignedIn => PhaseEnd.NotReached($"still or again signed in: {PageWords.Of(landing, watch)}"),
        TabState.Anonymous or TabState.Prompted or TabState.Blank => PhaseEnd.Reached,
        _ => PhaseEnd.NotReached(PageWords.Of(landing, watch)),
    };

    private PhaseEnd Land(TabWatch watch, PageReading reading, PhaseEnd end, bool? session)
    {
        Observe(TabLook.Result, reading, watch, session);
        return end;
    }
}
