using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>The key <c>use</c>, of the file and of each project: read into the change it makes to settings.</summary>
internal sealed class UseShape : ObjectShape<Func<BrowserSettings, BrowserSettings>>
{
    private static readonly BrowserSettings Defaults = new();
    private static readonly string[] Channels =
        ["chromium", "chrome", "chrome-beta", "chrome-dev", "chrome-canary", "msedge", "msedge-beta", "msedge-dev", "msedge-canary"];

    private readonly Key<string> _browserName, _channel, _locale, _timezoneId, _userAgent, _device;
    private readonly Key<bool> _headless, _ignoreHttpsErrors;
    private readonly Key<Uri> _baseUrl;
    private readonly Key<ViewportSize?> _viewport;
    private readonly Key<IReadOnlyDictionary<string, string>> _headers;
    private readonly Key<int> _actionTimeout, _navigationTimeout;
    private readonly Key<RecordingMode> _trace, _screenshot, _video;
    private readonly Key<ProxySettings> _proxy;
    private readonly Key<Func<BrowserSettings, BrowserSettings>> _launchOptions;
    private readonly Key<ConnectSettings> _connectOptions;

    private UseShape() : base("the browser's keys, such as browserName and locale")
    {
        var milliseconds = new WholeNumberShape(100, 300_000, "milliseconds");
        _browserName = Optional("browserName", Common.OneOf("chromium", "firefox", "webkit"), "The engine.", Defaults.BrowserName);
        _channel = Optional("channel", Common.OneOf(Channels), "A branded browser of this machine.");
        _headless = Optional("headless", Common.Flag, "Without a window.", Defaults.Headless);
        _baseUrl = Optional("baseURL", Common.Url, "Base of relative addresses.");
        _locale = Optional(
            "locale", new PatternedTextShape("a locale such as en-US", "^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), "Language.", Defaults.Locale);
        _timezoneId = Optional("timezoneId", Common.Text, "Time zone, by its IANA name.");
        _userAgent = Optional("userAgent", Common.Text, "Replaces the browser's own user agent.");
        _viewport = Optional("viewport", new ViewportShape(), "Size of the page; null leaves it to the window.");
        _device = Optional("device", Common.Text, "A device of Playwright's list that is imitated, such as Pixel 7.");
        _ignoreHttpsErrors = Optional("ignoreHTTPSErrors", Common.Flag, "Go on in spite of certificates that are not valid.", false);
        _headers = Optional(
            "extraHTTPHeaders",
            new MapShape<string>(Common.Text, "headers by name", "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "a header's name"),
            "Sent with every request of the page.");
        _actionTimeout = Optional("actionTimeout", milliseconds, "Longest for one action.");
        _navigationTimeout = Optional("navigationTimeout", milliseconds, "Longest for one page to load.");
        _trace = Optional("trace", Recording("retain-on-failure"), "Playwright's trace.", Defaults.Trace);
        _screenshot = Optional("screenshot", Recording("only-on-failure"), "Pictures of the pages.", Defaults.Screenshot);
        _video = Optional("video", Recording("retain-on-failure"), "A film of the run.", Defaults.Video);
        _proxy = Optional("proxy", new ProxyShape(), "A proxy between the browser and the world.");
        _launchOptions = Optional("launchOptions", new LaunchOptionsShape(), "How the browser is started.");
        _connectOptions = Optional("connectOptions", new ConnectOptionsShape(), "A Playwright server to connect to instead.");
    }

    public static UseShape Instance { get; } = new();

    protected override string DefinitionName => "use";

    protected override Func<BrowserSettings, BrowserSettings> Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_channel) && values.Has(_browserName) && values.Get(_browserName) != "chromium")
            throw values.NodeOf(_channel).Error("channel goes with the browserName chromium.");
        return settings => Launch(values, settings with
        {
            BrowserName = values.Or(_browserName, settings.BrowserName)!,
            Channel = values.Or(_channel, values.Has(_browserName) && values.Get(_browserName) != "chromium" ? null : settings.Channel),
            Headless = values.Or(_headless, settings.Headless),
            BaseUrl = values.Or(_baseUrl, settings.BaseUrl),
            Locale = values.Or(_locale, settings.Locale)!,
            TimezoneId = values.Or(_timezoneId, settings.TimezoneId),
            UserAgent = values.Or(_userAgent, settings.UserAgent),
            Viewport = values.Or(_viewport, settings.Viewport),
            Device = values.Or(_device, settings.Device),
            IgnoreHttpsErrors = values.Or(_ignoreHttpsErrors, settings.IgnoreHttpsErrors),
            ExtraHttpHeaders = values.Or(_headers, settings.ExtraHttpHeaders)!,
            ActionTimeout = values.Has(_actionTimeout) ? TimeSpan.FromMilliseconds(values.Get(_actionTimeout)) : settings.ActionTimeout,
            NavigationTimeout = values.Has(_navigationTimeout)
                ? TimeSpan.FromMilliseconds(values.Get(_navigationTimeout)) : settings.NavigationTimeout,
            Trace = values.Or(_trace, settings.Trace),
            Screenshot = values.Or(_screenshot, settings.Screenshot),
            Video = values.Or(_video, settings.Video),
            Proxy = values.Or(_proxy, settings.Proxy),
            Connect = values.Or(_connectOptions, settings.Connect),
        });
    }

    private BrowserSettings Launch(ObjectValues values, BrowserSettings settings) =>
        values.Has(_launchOptions) ? values.Get(_launchOptions)(settings) : settings;

    private static ChoiceShape<RecordingMode> Recording(string onFailure) => new(new OrderedDictionary<string, RecordingMode>
    {
        ["off"] = RecordingMode.Off,
        ["on"] = RecordingMode.On,
        [onFailure] = RecordingMode.RetainOnFailure,
    });
}
