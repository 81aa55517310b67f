using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Browser.Installation;
using Prober.Browser.Installation.Machine;

namespace Prober.Tests.Browser.Installation;

public sealed class BrowserFinderTests
{
    private const string Cache = "/home/ada/.cache/ms-playwright";
    private const string Shell = "chromium_headless_shell-1248";
    private const string ShellFile = "chrome-headless-shell-linux64/chrome-headless-shell";

    private static FakeMachine Full() => new FakeMachine().WithDriver("/app")
        .WithPlaywrightBrowser(Cache, "chromium-1248", "chrome-linux64/chrome")
        .WithPlaywrightBrowser(Cache, Shell, ShellFile)
        .WithBrowser("/usr/bin/chromium", "156.0.1")
        .WithBrowser("/usr/bin/google-chrome", "157.0.1")
        .WithBrowser("/usr/bin/chromium-headless-shell", "156.0.1");

    [Test]
    public async Task Playwrights_own_headless_shell_comes_first() => Assert.That(
        await Find(Full(), new()),
        Is.EqualTo(new FoundBrowser($"{Cache}/{Shell}/{ShellFile}", "Playwright chromium-headless-shell", "156.0.8078.4", BrowserSource.Playwright)));

    [Test]
    public async Task With_a_window_the_headless_shell_will_not_do() => Assert.That(
        (await Find(Full(), new() { Headless = false }))?.Path, Is.EqualTo($"{Cache}/chromium-1248/chrome-linux64/chrome"));

    [Test]
    public async Task Half_a_download_is_passed_over()
    {
        var machine = Full();
        machine.Files.Remove($"{Cache}/{Shell}/INSTALLATION_COMPLETE");

        Assert.That((await Find(machine, new()))?.Name, Is.EqualTo("Playwright chromium"));
    }

    [Test]
    public async Task Browser_of_another_driver_version_is_passed_over()
    {
        var machine = new FakeMachine().WithDriver("/app").WithPlaywrightBrowser(Cache, "chromium-1000", "chrome-linux64/chrome");

        Assert.That(await Find(machine, new()), Is.Null);
    }

    [Test]
    public async Task Registry_may_be_named_in_the_environment()
    {
        var machine = new FakeMachine().WithDriver("/app").WithPlaywrightBrowser("/ms", Shell, ShellFile);
        machine.Variables["PLAYWRIGHT_BROWSERS_PATH"] = "/ms";

        Assert.That((await Find(machine, new()))?.Path, Is.EqualTo($"/ms/{Shell}/{ShellFile}"));
    }

    [TestCase(true, null, "/usr/bin/chromium-headless-shell")]
    [TestCase(false, null, "/usr/bin/google-chrome")]
    [TestCase(true, "chrome", "/usr/bin/google-chrome")]
    [TestCase(false, "chromium", "/usr/bin/chromium")]
    [TestCase(true, "msedge", null)]
    public async Task System_has_its_order_too(bool headless, string? channel, string? path)
    {
        var machine = new FakeMachine().WithBrowser("/usr/bin/chromium", "156.0.1")
            .WithBrowser("/usr/bin/google-chrome", "157.0.1").WithBrowser("/usr/bin/chromium-headless-shell", "156.0.1");

        Assert.That((await Find(machine, new() { Headless = headless, Channel = channel }))?.Path, Is.EqualTo(path));
    }

    [Test]
    public async Task Channel_is_not_answered_by_Playwrights_own() => Assert.That(
        (await Find(Full(), new() { Channel = "chrome" }))?.Name, Is.EqualTo("Google Chrome"));

    [Test]
    public async Task Browser_that_does_not_start_is_passed_over()
    {
        var machine = new FakeMachine().WithBrowser("/usr/bin/chromium-headless-shell", "156.0.1").WithBrowser("/usr/bin/chromium", "156.0.1");
        machine.Programs["/usr/bin/chromium-headless-shell --version"] = () => FakeMachine.Failed("libnss3.so: cannot open shared object file");

        Assert.That((await Find(machine, new()))?.Path, Is.EqualTo("/usr/bin/chromium"));
    }

    [Test]
    public async Task PATH_comes_before_the_usual_folders()
    {
        var machine = new FakeMachine().WithBrowser("/nix/bin/chromium", "156.0.2").WithBrowser("/usr/bin/chromium", "156.0.1");
        machine.Variables["PATH"] = "/nix/bin:/usr/bin";

        Assert.That((await Find(machine, new()))?.Version, Is.EqualTo("156.0.2"));
    }

    [Test]
    public async Task On_Windows_nothing_is_run_that_would_open_a_window()
    {
        var machine = new FakeMachine { System = MachineSystem.Windows };
        machine.Variables["PROGRAMFILES(X86)"] = "C:/Program Files (x86)";
        machine.Files["C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"] = "157.0.9";

        Assert.That((await Find(machine, new()))?.Version, Is.EqualTo("157.0.9"));
        Assert.That(machine.Ran, Is.Empty);
    }

    [Test]
    public async Task On_macOS_applications_of_the_user_are_looked_at()
    {
        const string Chrome = "/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
        var machine = new FakeMachine { System = MachineSystem.MacOS, HomeFolder = "/Users/ada" }.WithBrowser(Chrome, "157.0.1");

        Assert.That((await Find(machine, new()))?.Path, Is.EqualTo(Chrome));
    }

    [Test]
    public async Task Configured_browser_comes_before_all()
    {
        var found = await Find(Full().WithBrowser("/opt/mine/chrome", "155.0.0"), new() { ExecutablePath = "/opt/mine/chrome" });

        Assert.That(found, Is.EqualTo(new FoundBrowser("/opt/mine/chrome", "chrome", "155.0.0", BrowserSource.Configured)));
    }

    [Test]
    public void Configured_browser_that_is_not_there_is_not_replaced() => Assert.That(
        () => Find(Full(), new() { ExecutablePath = "/opt/mine/chrome" }),
        Throws.TypeOf<BrowserUnavailableException>().With.Message.EqualTo(
            "There is no file /opt/mine/chrome, which launchOptions.executablePath names; correct it, or leave it out to have a browser found."));

    [Test]
    public void Configured_browser_that_does_not_start_says_why()
    {
        var machine = Full();
        machine.Files["/opt/mine/chrome"] = "";
        machine.Programs["/opt/mine/chrome --version"] = () => FakeMachine.Failed("libnss3.so: cannot open shared object file");

        Assert.That(
            () => Find(machine, new() { ExecutablePath = "/opt/mine/chrome" }),
            Throws.TypeOf<BrowserUnavailableException>().With.Message.EqualTo(
                "/opt/mine/chrome, which launchOptions.executablePath names, does not start: libnss3.so: cannot open shared object file"));
    }

    private static Task<FoundBrowser?> Find(FakeMachine machine, BrowserSettings settings) =>
        new BrowserFinder(machine, "/app").FindAsync(settings, CancellationToken.None);
}
