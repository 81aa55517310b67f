using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab;

public class HealthyLabTests
{
    private LabHost lab = null!;
    private Visit visit = null!;

    [SetUp]
    public async Task StartAsync()
    {
        lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
        visit = new Visit();
    }

    [TearDown]
    public async Task StopAsync()
    {
        visit.Dispose();
        await lab.DisposeAsync();
    }

    [Test]
    public async Task Login_single_sign_on_and_logout_work()
    {
        await LogInAsync();
        Assert.That(visit.Body, Does.Contain("Welcome, Alice Archer"));

        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Invoices of Alice Archer"), "no password for the second application");

        await visit.GoAsync(lab.Portal, "/logout", CancellationToken.None);
        Assert.That(visit.Address, Is.EqualTo(new Uri(lab.Portal, "/signed-out")));
        Assert.That(visit.Trail, Has.Some.Property(nameof(Uri.PathAndQuery)).Match("^/oidc/logout\\?.*id_token_hint="));

        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"), "everybody is really out");

        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"), "the second application was told by the back channel");
    }

    [Test]
    public async Task The_application_receives_profile_and_groups()
    {
        await LogInAsync();
        await visit.GoAsync(lab.Portal, "/me", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("alice@example.com").And.Contain("""["editors","accounting"]"""));
    }

    [Test]
    public async Task A_wrong_password_is_answered_with_400_and_an_error_element()
    {
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, "wrong", CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(visit.Body, Does.Contain("id=\"error-element-password\""));
    }

    [Test]
    public async Task Logs_tell_of_the_login_on_both_sides()
    {
        await LogInAsync();
        Assert.That(lab.Events.Select(line => line.Type), Is.EqualTo(new[] { "s", "seacft" }).AsCollection);

        var log = await ReadSharedAsync(lab.Variables["PROBER_LAB_PORTAL_LOG"]);
        Assert.That(log, Does.Match(@"^\d{4}-\d\d-\d\dT[\d:.]+Z INFO Signed in auth0\|alice").And.Not.Contain("ERROR"));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task Https_and_untrusted_names_make_no_difference(bool https, bool testNames)
    {
        await using var other = await LabHost.StartAsync(new LabOptions { Https = https, TestNames = testNames }, CancellationToken.None);
        await visit.LogInAsync(other.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice Archer"));
        Assert.That(other.BrowserArguments, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Labs_run_side_by_side_and_leave_nothing_behind()
    {
        var broken = await LabHost.StartAsync(new LabOptions { Fault = Fault.WrongPassword }, CancellationToken.None);
        await visit.LogInAsync(broken.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        Assert.That(visit.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await LogInAsync();
        Assert.That(visit.Body, Does.Contain("Welcome, Alice Archer"), "the fault stays in its own lab");

        var log = broken.Variables["PROBER_LAB_PORTAL_LOG"];
        Assert.That(log, Does.Exist);
        await broken.DisposeAsync();
        Assert.That(Path.GetDirectoryName(log), Does.Not.Exist);
    }

    private Task LogInAsync() =>
        visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);

    private static async Task<string> ReadSharedAsync(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return await reader.ReadToEndAsync();
    }
}
