using Microsoft.Playwright;
using Prober.Browser.Pages;
using Prober.Browser.Recording;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>One phase of a journey: acts, looks, and says what it saw. Its budget, record and screenshot are the runner's affair.</summary>
internal abstract class JourneyPhase(JourneyState journey, PhaseName name, string application)
{
    /// <summary>A page that cannot be drawn within it has no picture.</summary>
    private static readonly TimeSpan PictureLimit = TimeSpan.FromSeconds(3);

    private readonly List<string> _steps = [];
    private readonly List<string> _notices = [];

    public PhaseName Name { get; } = name;

    public string Application { get; } = application;

    public virtual IReadOnlyList<string> Steps => _steps;

    /// <summary>The tab under the eye of this phase; drawn when it ends.</summary>
    public IPage? Tab { get; protected set; }

    /// <summary>Path of the picture of <see cref="Tab"/>, when the phase drew it before its end.</summary>
    public string? Picture { get; private set; }

    /// <summary>The watch on it, which knows what stood there last.</summary>
    public TabWatch? Watch { get; private set; }

    /// <summary>Which look is under way; a phase cut short reports what stood there under this name.</summary>
    public TabLook Looking { get; protected set; } = TabLook.Result;

    protected JourneyState Journey { get; } = journey;

    protected ApplicationSettings Settings => Journey.Application(Application);

    protected Uri ProtectedUrl => Settings.ProtectedUrl ?? Settings.Url;

    /// <summary>Why it is not tried, or null.</summary>
    public abstract string? ReasonToSkip();

    public abstract Task<PhaseEnd> WalkAsync(CancellationToken cancellationToken);

    /// <summary>Adds the last reading as an observation when the phase was cut short before it did so itself.</summary>
    public void ObserveAsIs(TabState? asState = null)
    {
        if (Watch is { Last: { } reading } && !Journey.Tabs.Exists(tab => tab.Phase == Name && tab.Application == Application && tab.Look == Looking))
            Observe(Looking, asState is { } state ? reading with { State = state } : reading, Watch, applicationSession: null);
    }

    /// <summary>Shows what another walk shows, when that does part of this phase's work.</summary>
    protected void Follow(JourneyPhase other) => (Tab, Watch, Looking) = (other.Tab, other.Watch, other.Looking);

    protected void Did(string step)
    {
        _steps.Add(step);
        Journey.Options.Progress?.StepDone(step);
    }

    /// <summary>
    /// Begins the picture of the tab as it stands, beside whatever the phase does in other tabs. Where all went as intended half the
    /// width and height show that; nobody reads the page's small print then.
    /// </summary>
    public string? Draw(bool asIntended)
    {
        if (!Journey.TakesScreenshots || Picture is not null || Tab is not { } page || Watch?.Last is not { } last || !Journey.BrowserIsAlive)
            return Picture;
        var name = $"{PhaseNames.Of(Name)}-{Application}";
        return Picture = Journey.Screens.Begin(page, name, KindOf(Name, last, asIntended), PictureLimit, Journey.Time);
    }

    /// <summary>While somebody logs in, a password may have been typed since the last look.</summary>
    internal static PictureKind KindOf(PhaseName phase, PageReading last, bool asIntended)
    {
        if (last.Look.Plain && (phase != PhaseName.Login || last.State == TabState.SignedIn))
            return asIntended ? PictureKind.PlainHalf : PictureKind.Plain;
        return last.State == TabState.SignedIn ? PictureKind.NoPassword : PictureKind.MayShowPassword;
    }

    /// <summary>Something that did not stop the flow but belongs in the record.</summary>
    protected void Notice(string notice) => _notices.Add(notice);

    protected TabWatch WatchOn(IPage page, string questions = "login", Marker? by = null, TimeSpan settle = default)
    {
        Tab = page;
        _notices.Clear();
        var markers = new Dictionary<string, LookMarker> { [Markers.SignedIn] = Markers.ForLook(Settings.SignedIn) };
        Add(markers, Markers.SignedOut, Settings.SignedOut);
        AddControl(markers, Markers.Login, Settings.LoginControl);
        AddControl(markers, Markers.Logout, Settings.Logout);
        AddControl(markers, Markers.Upstream, Journey.Scenario.Provider.Upstream?.Button);
        Add(markers, Markers.By, by);
        var classifier = new PageClassifier(Journey.Scenario, Settings, questions);
        return Watch = new TabWatch(page, classifier, Journey.WindowOf(page).Traffic, Journey.Scenario.Budgets, Journey.Time) { Markers = markers, Settle = settle };
    }

    protected TabObservation Observe(TabLook look, PageReading reading, TabWatch watch, bool? applicationSession)
    {
        var seen = reading.Look;
        var observation = new TabObservation
        {
            Phase = Name,
            Look = look,
            Application = Application,
            State = reading.State,
            At = Journey.Time.GetUtcNow(),
            AfterMs = Math.Round(watch.ElapsedMs, 1),
            Url = seen.IsBrowserError ? watch.Address : seen.Url,
            Title = seen.Title.Length > 0 ? seen.Title : null,
            SignedInMarker = seen.Shows(Markers.SignedIn),
            SignedOutMarker = Settings.SignedOut is null ? null : seen.Shows(Markers.SignedOut),
            ApplicationSession = applicationSession,
            Controls = reading.Controls,
            Errors = reading.State == TabState.Unreachable && watch.Failure is { } failure ? [failure] : reading.Errors,
            Notices = [.. _notices],
            VisibleTextLength = seen.TextLength,
            DocumentStatus = seen.Status > 0 ? seen.Status : null,
            PromptedOnTheWay = watch.PromptSeen,
        };
        Journey.Tabs.Add(observation);
        if (seen.Local is not null) Journey.Storage.Keep(seen, $"{PhaseNames.Of(Name)} {Application}");
        return observation;
    }

    /// <summary>
    /// Where a hop ends, after the questions on the way were answered; on a page with a login control that control is used, when
    /// the hop is to show whether a session lets the user in.
    /// </summary>
    protected async Task<PageReading> ArriveAsync(
        IPage page, TabWatch watch, Func<PageReading, TimeSpan?> dwell, bool mayLogIn, CancellationToken cancellationToken)
    {
        var answers = new InterstitialAnswers(Journey.Scenario.Account.Username.Reveal(), Journey.Scenario.Budgets.Action);
        var submission = new Submission();
        while (true)
        {
            var reading = await watch.NextAsync(seen => submission.IsAnsweredBy(seen) ? dwell(seen) : null, cancellationToken);
            if (mayLogIn && reading.State == TabState.Anonymous && PageAction.ForLogin(page, Settings, reading) is { } control)
            {
                mayLogIn = false;
                await control.ClickAsync(Journey.Scenario.Budgets.Action, cancellationToken);
                Did($"clicked {control.Words}");
                submission.Clicked(reading, control.Words);
                continue;
            }

            if (reading.State != TabState.Interstitial || !submission.IsAnsweredBy(reading)) return reading;
            Notice($"{reading.Interstitial!.Id}: {reading.Interstitial.Quote(reading.Look)}");
            if (await answers.TryAnswerAsync(page, reading, cancellationToken) is not { } pressed) return reading;
            Did($"answered {reading.Interstitial.Id}: pressed \"{pressed}\"");
            submission.Clicked(reading, pressed);
        }
    }

    /// <summary>Opens an address in a tab by a link on a neutral page, as a person comes from elsewhere.</summary>
    protected async Task FollowNeutralLinkAsync(IPage page, Uri url, CancellationToken cancellationToken)
    {
        await Journey.Screens.DrawnAsync(page);
        await NeutralLink.FollowAsync(page, url, cancellationToken);
        Did($"followed a link to {Shown(url)} from a neutral page");
    }

    /// <summary>Host and path, without anything a query may carry.</summary>
    protected static string Shown(Uri url) => url.GetLeftPart(UriPartial.Path);

    /// <summary>Text names a control here; the same words in a sentence are none.</summary>
    private static void AddControl(Dictionary<string, LookMarker> markers, string name, Marker? marker)
    {
        if (marker is { Text: { } text }) markers[name] = new LookMarker("control", text);
        else Add(markers, name, marker);
    }

    private static void Add(Dictionary<string, LookMarker> markers, string name, Marker? marker)
    {
        if (marker is not null) markers[name] = Markers.ForLook(marker);
    }
}
