using Microsoft.Playwright;
using Prober.Browser.Recording;
using Prober.Browser.Sessions;
using Prober.Evidence.Session;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>What the phases of one run share: windows, tabs, what was recorded, and who is signed in where.</summary>
internal sealed class JourneyState(Scenario scenario, BrowserSession session, PrivateFolder folder, RecordingOptions options)
{
    // Replaced as a whole, as a window may be opened in reserve beside the phase that reads them.
    private readonly Lock _opening = new();
    private volatile IReadOnlyList<RecordedWindow> _windows = [];
    private readonly Dictionary<string, IPage> _tabs = [];

    public Scenario Scenario { get; } = scenario;

    public RecordingOptions Options { get; } = options;

    /// <summary>One a phase, unless the caller or playwright.config.json wants none.</summary>
    public bool TakesScreenshots { get; } = options.Screenshots && session.Settings.Screenshot != Configuration.RecordingMode.Off;

    public TimeProvider Time { get; } = session.Time;

    public ConsoleRecorder Console { get; } = new(session.Time);

    public CookieRecorder Cookies { get; } = new(session.Time);

    public CertificateRecorder Certificates { get; } = new(session.Time);

    public StorageRecorder Storage { get; } = new(session.Time);

    public ScreenRecorder Screens { get; } = new();

    public List<TabObservation> Tabs { get; } = [];

    public List<PhaseRecord> Phases { get; } = [];

    /// <summary>One-time codes that were typed: secrets like the password.</summary>
    public List<string> TypedCodes { get; } = [];

    public ApplicationSessions Sessions { get; } = new();

    /// <summary>Applications that were seen signed in, in that order.</summary>
    public List<string> SignedIn { get; } = [];

    /// <summary>The second tab, while it shows the first application.</summary>
    public IPage? SecondTab { get; set; }

    /// <summary>The tab in which somebody logged out, and how long its history was where that ended.</summary>
    public (IPage Page, int History)? LoggedOutIn { get; set; }

    public TabsInReserve Reserve => field ??= new(token => Main.Context.NewPageAsync().BoundedBy(token));

    /// <summary>The tab for looks after logout.</summary>
    public IPage? FreshTab { get; set; }

    /// <summary>What each application says of its user; asked beside the browser, so still under way.</summary>
    public List<Task<ReceivedAttributes>> Received { get; } = [];

    /// <summary>The try at another door; null when none was due.</summary>
    public AlternateLogin? Alternate { get; set; }

    public bool IgnoresCertificates => session.Settings.IgnoreHttpsErrors;

    public IReadOnlyList<RecordedWindow> Windows => _windows;

    public RecordedWindow Main => _windows[0];

    public bool BrowserIsAlive => session.IsAlive;

    /// <summary>To be asked when a time is over: see <see cref="BrowserSession.AnswersAsync"/>.</summary>
    public Task<bool> BrowserAnswersAsync() => session.AnswersAsync();

    public ApplicationSettings Application(string name) => Scenario.Applications[name];

    /// <summary>A journey beside this one, in windows of its own, of which nothing gets into this one's record.</summary>
    public JourneyState Apart(Scenario other) => new(other, session, folder, Options with { Screenshots = false, Progress = null });

    /// <summary>Opens a window of its own jar; the first one is the main window.</summary>
    public async Task<RecordedWindow> OpenWindowAsync(string name, string? storageState, CancellationToken cancellationToken)
    {
        var window = await session.OpenAsync(name, folder, storageState, cancellationToken);
        Console.Listen(window.Context);
        // A replay asks nobody but the recording.
        if (Options.Replay is { } replay) await window.Context.AddInitScriptAsync(replay.PageClockScript()).BoundedBy(cancellationToken);
        else Certificates.Listen(window.Context);
        lock (_opening) _windows = [.. _windows, window];
        return window;
    }

    /// <summary>The tab that shows an application, when there is one.</summary>
    public IPage? TabOf(string application) => _tabs.TryGetValue(application, out var page) && !page.IsClosed ? page : null;

    public void Keep(string application, IPage page)
    {
        foreach (var other in _tabs.Where(tab => tab.Value == page).Select(tab => tab.Key).ToList()) _tabs.Remove(other);
        _tabs[application] = page;
    }

    /// <summary>Closes a window that is done with while the journey goes on; the end of the run waits for it.</summary>
    public void CloseInBackground(RecordedWindow window) => _ = window.CloseAsync(Options.EvidenceGrace);

    public RecordedWindow WindowOf(IPage page) => _windows.First(window => window.Context == page.Context);
}
