using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Scenarios;
using Prober.Scenarios.Reading;
using Prober.Tests.Scenarios;

namespace Prober.Tests.Browser.Configuration;

public sealed class BrowserSettingsLoaderTests
{
    private static readonly ScenarioVariables Variables =
        ScenarioVariables.Of(new Dictionary<string, string> { ["TOKEN"] = "s3cret-token", ["SHORT"] = "abc" });

    [Test]
    public void File_of_the_repository_says_what_the_defaults_are()
    {
        var path = RepositoryFiles.PathOf("playwright.config.json");

        var settings = BrowserSettingsLoader.Load(path, Variables);

        Assert.That(
            settings with { OutputDirectory = "prober-output", Reporters = [] },
            Is.EqualTo(new BrowserSettings()).UsingPropertiesComparer());
        Assert.That(settings.OutputDirectory, Is.EqualTo(RepositoryFiles.PathOf("prober-output")));
        Assert.That(settings.Reporters, Is.EqualTo(new ReporterSettings[] { new("list", null), new("html", null) }));
    }

    [Test]
    public void Everything_in_Playwrights_words_is_read()
    {
        var settings = Parse("""
            { "timeout": 90000, "retries": 2, "workers": 3, "outputDir": "out", "reporter": [["json", { "outputFile": "r.json" }], "junit"],
              "use": { "browserName": "chromium", "channel": "msedge", "headless": false, "baseURL": "https://portal.example.com/",
                "locale": "da-DK", "timezoneId": "Europe/Copenhagen", "userAgent": "Prober", "viewport": null, "ignoreHTTPSErrors": true,
                "extraHTTPHeaders": { "X-Probe": "1" }, "actionTimeout": 5000, "navigationTimeout": 20000,
                "trace": "retain-on-failure", "screenshot": "on", "video": "off",
                "proxy": { "server": "http://proxy.example.com:3128", "username": "ada", "password": "${TOKEN}" },
                "launchOptions": { "executablePath": "bin/chrome", "args": ["--lang=da"], "slowMo": 50, "timeout": 60000 },
                "connectOptions": { "wsEndpoint": "wss://grid.example.com/?token=${TOKEN}", "timeout": 5000 } } }
            """);

        Assert.That(settings, Is.EqualTo(new BrowserSettings
        {
            Timeout = TimeSpan.FromSeconds(90),
            Retries = 2,
            Workers = 3,
            OutputDirectory = Path.GetFullPath("out"),
            Reporters = [new("json", Path.GetFullPath("r.json")), new("junit", null)],
            Channel = "msedge",
            Headless = false,
            BaseUrl = new Uri("https://portal.example.com/"),
            Locale = "da-DK",
            TimezoneId = "Europe/Copenhagen",
            UserAgent = "Prober",
            Viewport = null,
            IgnoreHttpsErrors = true,
            ExtraHttpHeaders = new Dictionary<string, string> { ["X-Probe"] = "1" },
            ActionTimeout = TimeSpan.FromSeconds(5),
            NavigationTimeout = TimeSpan.FromSeconds(20),
            Trace = RecordingMode.RetainOnFailure,
            Screenshot = RecordingMode.On,
            Proxy = new("http://proxy.example.com:3128", null, new Secret("ada"), new Secret("s3cret-token")),
            ExecutablePath = Path.GetFullPath("bin/chrome"),
            Args = ["--lang=da"],
            SlowMotion = TimeSpan.FromMilliseconds(50),
            LaunchTimeout = TimeSpan.FromMinutes(1),
            Connect = new(
                new Secret("wss://grid.example.com/?token=s3cret-token"), TimeSpan.FromSeconds(5), null, new Dictionary<string, Secret>()),
        }).UsingPropertiesComparer());
        Assert.That(settings.ToString(), Does.Not.Contain("s3cret"));
    }

    [Test]
    public void Project_changes_what_it_names_and_keeps_the_rest()
    {
        var settings = Parse("""
            { "use": { "locale": "da-DK", "channel": "chrome", "launchOptions": { "args": ["--lang=da"], "slowMo": 50 } },
              "projects": [ { "name": "phone", "use": { "device": "Pixel 7", "launchOptions": { "slowMo": 0 } } },
                            { "name": "fox", "use": { "browserName": "firefox" } }, { "name": "plain" } ] }
            """);

        var (phone, fox, plain) = (settings.Projects[0].Settings, settings.Projects[1].Settings, settings.Projects[2].Settings);
        Assert.That((phone.Device, phone.Locale, phone.SlowMotion), Is.EqualTo(("Pixel 7", "da-DK", TimeSpan.Zero)));
        Assert.That(phone.Args, Is.EqualTo(new[] { "--lang=da" }));
        Assert.That((fox.BrowserName, fox.Channel), Is.EqualTo(("firefox", (string?)null)), "a channel is Chromium's");
        Assert.That((plain.Channel, plain.Projects.Count), Is.EqualTo(("chrome", 0)));
    }

    [TestCase("""{ "use": { "browser": "chromium" } }""",
        "p.json:1:12: use: unknown key \"browser\". Expected browserName, channel, headless, baseURL, locale, timezoneId, userAgent, viewport, device, ignoreHTTPSErrors, extraHTTPHeaders, actionTimeout, navigationTimeout, trace, screenshot, video, proxy, launchOptions or connectOptions.")]
    [TestCase("""{ "outputdir": "out" }""",
        "p.json:1:3: unknown key \"outputdir\". Did you mean \"outputDir\"? Expected timeout, retries, workers, outputDir, reporter, use or projects.")]
    [TestCase("""{ "use": { "browserName": "chrome" } }""",
        "p.json:1:27: use.browserName: expected chromium, firefox or webkit, found \"chrome\".")]
    [TestCase("""{ "use": { "browserName": "firefox", "channel": "chrome" } }""",
        "p.json:1:49: use.channel: channel goes with the browserName chromium.")]
    [TestCase("""{ "use": { "headless": "yes" } }""", "p.json:1:24: use.headless: expected true or false, found \"yes\".")]
    [TestCase("""{ "timeout": "30s" }""",
        "p.json:1:14: timeout: expected a whole number from 1000 to 3600000 (milliseconds), found \"30s\".")]
    [TestCase("""{ "timeout": 0 }""",
        "p.json:1:14: timeout: expected a whole number from 1000 to 3600000 (milliseconds), found the number 0.")]
    [TestCase("""{ "workers": 1.5 }""", "p.json:1:14: workers: expected a whole number from 1 to 64, found the number 1.5.")]
    [TestCase("""{ "use": { "viewport": { "width": 800 } } }""",
        "p.json:1:24: use.viewport: missing the key \"height\": height in CSS pixels.")]
    [TestCase("""{ "use": { "viewport": "800x600" } }""",
        "p.json:1:24: use.viewport: expected the keys width and height, or null, found \"800x600\".")]
    [TestCase("""{ "use": { "trace": "always" } }""", "p.json:1:21: use.trace: expected off, on or retain-on-failure, found \"always\".")]
    [TestCase("""{ "use": { "launchOptions": { "args": ["lang=da"] } } }""",
        "p.json:1:40: use.launchOptions.args[0]: expected an argument that begins with --, found \"lang=da\".")]
    [TestCase("""{ "use": { "connectOptions": { "wsEndpoint": "https://grid/?token=${TOKEN}" } } }""",
        "p.json:1:46: use.connectOptions.wsEndpoint: expected an address that begins with wss:// or ws://, found other characters.")]
    [TestCase("""{ "use": { "proxy": "http://ada:hunter2@proxy" } }""", "p.json:1:21: use.proxy: expected the key server, found a text.")]
    [TestCase("""{ "reporter": "allure" }""",
        "p.json:1:15: reporter: expected list, line, dot, console, html, json, junit, markdown or null, found \"allure\".")]
    [TestCase("""{ "reporter": [["json", "r.json"]] }""",
        "p.json:1:25: reporter[0][1]: expected the key outputFile, found \"r.json\".")]
    [TestCase("""{ "projects": [{ "name": "a" }, { "name": "a" }] }""",
        "p.json:1:15: projects: expected project names that differ, found \"a\" twice.")]
    [TestCase("""{ "projects": [{ "use": {} }] }""",
        "p.json:1:16: projects[0]: missing the key \"name\": the project's name, by which it is chosen and reported.")]
    [TestCase("""{ "use": { "locale": "en-US" }""", "p.json:2:1: not valid JSON: While parsing a flow mapping, did not find expected ',' or '}'.")]
    public void Mistake_is_told_exactly(string text, string message) =>
        Assert.That(() => Parse(text), Throws.TypeOf<InputFileException>().With.Message.EqualTo(message));

    [Test]
    public void File_that_is_named_must_be_there() => Assert.That(
        () => BrowserSettingsLoader.Load("no-such.config.json", Variables),
        Throws.TypeOf<InputFileException>().With.Message.EqualTo("no-such.config.json:1:1: the file does not exist."));

    private static BrowserSettings Parse(string text) => BrowserSettingsLoader.Parse(text, "p.json", Variables);
}
