using System.Net;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Browser;
using Prober.Browser.Configuration;
using Prober.Browser.Installation.Diagnosis;
using Prober.Browser.Installation.Machine;
using Prober.Scenarios;

namespace Prober.Tests.Browser.Installation.Diagnosis;

public sealed class DoctorTests
{
    private const long Gigabyte = 1_000_000_000;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Healthy_computer_has_nothing_to_mend()
    {
        var findings = await Examine(Healthy());

        Assert.That(findings.Where(finding => finding.Status != DoctorStatus.Ok && finding.Name != "*.localhost"), Is.Empty);
        Assert.That(findings.Single(finding => finding.Name == "browser").Detail, Is.EqualTo("Chromium 156.0.1, of the system: /usr/bin/chromium"));
        Assert.That(findings.Single(finding => finding.Name == "Playwright driver").Detail, Is.EqualTo("1.64.1 on Node.js v24.1.0"));
        Assert.That(findings.Single(finding => finding.Name == "memory").Detail, Is.EqualTo("2000 MiB available"));
    }

    [Test]
    public async Task Missing_browser_and_driver_fail()
    {
        var machine = Healthy();
        machine.Files.Remove("/usr/bin/chromium");
        machine.Files.Remove("/opt/node");

        var findings = await Examine(machine);

        Assert.That(
            findings.Where(finding => finding.Status == DoctorStatus.Fail).Select(finding => (finding.Name, finding.Remedy)),
            Is.EqualTo(new[]
            {
                ("browser", "Run \"prober install\"."),
                ("Playwright driver", "Install Prober again; the folder .playwright belongs to it."),
            }));
    }

    [TestCase("/proc/meminfo", "MemAvailable:     512000 kB\n", "500 MiB available")]
    [TestCase("/sys/fs/cgroup/memory.max", "536870912\n", "412 MiB available")]
    public async Task Little_memory_is_a_warning_in_a_container_too(string file, string text, string detail)
    {
        var machine = Healthy();
        machine.Files["/sys/fs/cgroup/memory.current"] = "104857600\n";
        machine.Files[file] = text;

        Assert.That(await Find(machine, "memory"), Is.EqualTo((DoctorStatus.Warn, detail)));
    }

    [TestCase("/proc/sys/kernel/unprivileged_userns_clone", "0", "not usable: /proc/sys/kernel/unprivileged_userns_clone is 0")]
    [TestCase("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1", "not usable: /proc/sys/kernel/apparmor_restrict_unprivileged_userns is 1")]
    public async Task Sandbox_that_the_kernel_forbids_is_told_with_its_switch(string file, string text, string detail)
    {
        var machine = Healthy();
        machine.Files[file] = text;

        Assert.That(await Find(machine, "sandbox"), Is.EqualTo((DoctorStatus.Warn, detail)));
    }

    [Test]
    public async Task Sandbox_that_only_trying_shows_is_told_too()
    {
        var machine = Healthy();
        machine.Programs["unshare --user true"] = () => FakeMachine.Failed("unshare: unshare failed: Operation not permitted");

        Assert.That(
            await Find(machine, "sandbox"), Is.EqualTo((DoctorStatus.Warn, "not usable: unshare: unshare failed: Operation not permitted")));
    }

    [Test]
    public async Task Small_volumes_are_warnings()
    {
        var machine = Healthy();
        machine.Volumes["/dev/shm"] = (0, 64_000_000);
        machine.Volumes[Path.GetFullPath("prober-output")] = (499_000_000, Gigabyte);

        Assert.That(
            await Find(machine, "/dev/shm"),
            Is.EqualTo((DoctorStatus.Warn, "64 MB; Playwright has the browser use the temporary folder instead")));
        Assert.That(
            await Find(machine, "output folder"), Is.EqualTo((DoctorStatus.Warn, $"499 MB free in {Path.GetFullPath("prober-output")}")));
    }

    [TestCase("yes", DoctorStatus.Ok, "steady and synchronised")]
    [TestCase("no", DoctorStatus.Warn, "steady, but not synchronised")]
    [TestCase(null, DoctorStatus.Ok, "steady; whether it is synchronised is not known here")]
    public async Task Clock_says_whether_it_is_synchronised(string? answer, DoctorStatus status, string detail)
    {
        var machine = Healthy();
        const string Line = "timedatectl show --property=NTPSynchronized --value";
        machine.Programs[Line] = () => answer is null ? FakeMachine.Failed("System has not been booted with systemd") : FakeMachine.Said(answer);

        Assert.That(await Find(machine, "clock"), Is.EqualTo((status, detail)));
    }

    [TestCase(0, DoctorStatus.Ok, "within 5 s")]
    [TestCase(-90, DoctorStatus.Warn, "this computer is 90 s ahead")]
    [TestCase(300, DoctorStatus.Warn, "this computer is 300 s behind")]
    public async Task Clock_of_the_issuer_is_compared(int seconds, DoctorStatus status, string detail)
    {
        // A Date header is cut off to the second: the true time is half a second later on average.
        var findings = await Examine(Healthy(), Now.AddSeconds(seconds - 0.5));
        var finding = findings.Single(each => each.Name == "clock of the issuer");

        Assert.That((finding.Status, finding.Detail), Is.EqualTo((status, detail)));
    }

    [Test]
    public async Task Browser_elsewhere_is_connected_to_and_this_computer_need_have_none()
    {
        var findings = await ExamineRemote((_, _) => Task.FromResult("chromium 156.0.1"));

        Assert.That(findings[0], Is.EqualTo(DoctorFinding.Ok("browser", "chromium 156.0.1, from the Playwright server of connectOptions")));
        Assert.That(findings.Select(finding => finding.Name), Does.Not.Contain("sandbox").And.Not.Contain("user").And.Not.Contain("/dev/shm"));
    }

    [Test]
    public async Task Browser_elsewhere_that_cannot_be_had_fails_with_the_reason()
    {
        var findings = await ExamineRemote((_, _) => throw new ProberFaultException("the Playwright server of connectOptions did not answer within 30 s"));

        Assert.That(findings[0], Is.EqualTo(DoctorFinding.Fail(
            "browser", "the Playwright server of connectOptions did not answer within 30 s", "Look at the server, and at connectOptions in playwright.config.json: wsEndpoint, headers, timeout.")));
    }

    private static async Task<IReadOnlyList<DoctorFinding>> ExamineRemote(Func<BrowserSettings, CancellationToken, Task<string>> connect)
    {
        var machine = Healthy();
        machine.Files.Remove("/usr/bin/chromium");
        using var http = new HttpClient(new DatedHandler(Now));
        var server = new ConnectSettings(new Secret("ws://browsers.example.com:3000/token"), TimeSpan.FromSeconds(30), null, new Dictionary<string, Secret>());
        var options = new DoctorOptions { ProgramFolder = "/app", Settings = new() { Connect = server } };
        return await new Doctor(machine, options, http, new FakeTimeProvider(Now), connect).ExamineAsync(CancellationToken.None);
    }

    private static FakeMachine Healthy()
    {
        var machine = new FakeMachine().WithDriver("/app").WithBrowser("/usr/bin/chromium", "156.0.1");
        machine.Programs["/opt/node --version"] = () => FakeMachine.Said("v24.1.0");
        machine.Programs["unshare --user true"] = () => FakeMachine.Said();
        machine.Files["/proc/meminfo"] = "MemTotal:  8000000 kB\nMemAvailable:    2048000 kB\n";
        machine.Files["/run/systemd/timesync/synchronized"] = "";
        foreach (var folder in new[] { "/dev/shm", Path.GetFullPath("prober-output"), Path.GetFullPath(Path.GetTempPath()) })
            machine.Volumes[folder] = (Gigabyte, 2 * Gigabyte);
        return machine;
    }

    private static async Task<(DoctorStatus Status, string Detail)> Find(FakeMachine machine, string name)
    {
        if (name == "clock") machine.Files.Remove("/run/systemd/timesync/synchronized");
        var finding = (await Examine(machine)).Single(each => each.Name == name);
        return (finding.Status, finding.Detail);
    }

    private static async Task<IReadOnlyList<DoctorFinding>> Examine(IMachine machine, DateTimeOffset? date = null)
    {
        using var http = new HttpClient(new DatedHandler(date ?? Now));
        var options = new DoctorOptions { ProgramFolder = "/app", Issuer = new Uri("https://login.example.com/") };
        return await new Doctor(machine, options, http, new FakeTimeProvider(Now)).ExamineAsync(CancellationToken.None);
    }

    private sealed class DatedHandler(DateTimeOffset date) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { Headers = { Date = date } });
    }
}
