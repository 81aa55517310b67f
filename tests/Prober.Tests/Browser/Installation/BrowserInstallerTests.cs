using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Browser.Installation;
using Prober.Browser.Installation.Machine;

namespace Prober.Tests.Browser.Installation;

public sealed class BrowserInstallerTests
{
    private const string Install = "/opt/node /app/.playwright/package/cli.js install chromium-headless-shell";

    [Test]
    public async Task Nothing_is_installed_where_a_browser_is()
    {
        var machine = new FakeMachine().WithDriver("/app").WithBrowser("/usr/bin/chromium", "156.0.1");

        await Ensure(machine);

        Assert.That(machine.Ran, Is.EqualTo(new[] { "/usr/bin/chromium --version" }));
    }

    [Test]
    public async Task Playwrights_installer_comes_first()
    {
        var machine = new FakeMachine { IsRoot = true }.WithDriver("/app");
        machine.Programs[Install] = () =>
        {
            machine.WithPlaywrightBrowser("/home/ada/.cache/ms-playwright", "chromium_headless_shell-1248", "chrome-headless-shell-linux64/chrome-headless-shell");
            return FakeMachine.Said("downloaded");
        };

        var found = await Ensure(machine);

        Assert.That(found.Source, Is.EqualTo(BrowserSource.Playwright));
        Assert.That(machine.Ran, Has.None.StartsWith("apt-get"));
        var request = machine.Requests.Single(each => each.Arguments.Contains("install"));
        Assert.That(request.Silence, Is.EqualTo(TimeSpan.FromMinutes(1)), "a dead connection must not hold up the first run");
        Assert.That(request.Environment["PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT"], Is.EqualTo("10000"));
    }

    [Test]
    public async Task Package_manager_comes_next_with_the_cheaper_package_first()
    {
        var machine = CutOff(isRoot: true);
        machine.Programs["apt-get install -y -q --no-install-recommends chromium-headless-shell"] = () => FakeMachine.Failed("E: Unable to locate package");
        machine.Programs["apt-get install -y -q --no-install-recommends chromium"] = () =>
        {
            machine.WithBrowser("/usr/bin/chromium", "156.0.1");
            return FakeMachine.Said("Setting up chromium");
        };

        Assert.That((await Ensure(machine)).Path, Is.EqualTo("/usr/bin/chromium"));
        Assert.That(machine.Ran, Does.Contain("apt-get update -q"));
    }

    [Test]
    public async Task Sudo_is_used_when_it_asks_no_password()
    {
        var machine = CutOff(isRoot: false);
        machine.Programs["sudo -n true"] = () => FakeMachine.Said();
        const string Line = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium-headless-shell";
        machine.Programs[Line] = () =>
        {
            machine.WithBrowser("/usr/bin/chromium-headless-shell", "156.0.1");
            return FakeMachine.Said("done");
        };

        Assert.That((await Ensure(machine)).Path, Is.EqualTo("/usr/bin/chromium-headless-shell"));
    }

    [Test]
    public async Task Where_nothing_works_one_line_says_what_to_do()
    {
        var error = await Assert.ThrowsAsync<BrowserUnavailableException>(() => Ensure(CutOff(isRoot: false)));

        Assert.That(error.Message, Is.EqualTo(
            "No browser was found and none could be installed: Playwright's installer failed (getaddrinfo ENOTFOUND cdn.playwright.dev); "
            + "apt-get needs root. Install the package chromium-headless-shell, chromium or google-chrome-stable as root, "
            + "or name a browser in launchOptions.executablePath of playwright.config.json."));
    }

    [Test]
    public async Task Installer_that_falls_silent_is_told_from_one_that_fails()
    {
        var machine = new FakeMachine { System = MachineSystem.Windows }.WithDriver("/app");
        machine.Programs[Install] = () => new ProcessOutcome(ProcessEnding.TimedOut, -1, ["Downloading …"]);

        var error = await Assert.ThrowsAsync<BrowserUnavailableException>(() => Ensure(machine));
        Assert.That(error.Message, Is.EqualTo(
            "No browser was found and none could be installed: Playwright's installer was silent for 60 s or took 10 min; "
            + "no package manager was found. Install Google Chrome, or name a browser in launchOptions.executablePath of playwright.config.json."));
    }

    [TestCase("firefox", null, "Let this machine reach cdn.playwright.dev and run \"prober install\"; firefox is to be had from there only.")]
    [TestCase("chromium", "msedge", "Install msedge, or take the key channel out of playwright.config.json.")]
    public async Task What_is_asked_for_by_name_is_not_replaced_by_a_package(string browser, string? channel, string advice)
    {
        var machine = CutOff(isRoot: true);
        var error = await Assert.ThrowsAsync<BrowserUnavailableException>(() => Ensure(machine, new() { BrowserName = browser, Channel = channel }));

        Assert.That(error.Message, Does.EndWith(advice));
        Assert.That(machine.Ran, Has.None.Contains("apt-get"));
    }

    private static FakeMachine CutOff(bool isRoot)
    {
        var machine = new FakeMachine { IsRoot = isRoot }.WithDriver("/app");
        machine.Programs[Install] = () => FakeMachine.Failed("Downloading …", "Error: getaddrinfo ENOTFOUND cdn.playwright.dev", "    at node:internal");
        machine.Programs["apt-get --version"] = () => FakeMachine.Said("apt 2.6.1");
        return machine;
    }

    private static Task<FoundBrowser> Ensure(FakeMachine machine, BrowserSettings? settings = null) =>
        new BrowserInstaller(machine, "/app").EnsureAsync(settings ?? new(), null, CancellationToken.None);
}
