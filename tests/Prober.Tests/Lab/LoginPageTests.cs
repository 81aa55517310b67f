using System.Net;
using System.Net.Http.Json;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab;

public class LoginPageTests
{
    private static readonly Dictionary<string, string> Credentials = new()
    {
        ["username"] = LabUsers.Alice.Username,
        ["password"] = LabUsers.Alice.Password,
    };

    private Visit visit = null!;

    [SetUp]
    public void Arrive() => visit = new Visit();

    [TearDown]
    public void Leave() => visit.Dispose();

    [TestCase(LoginPage.Combined)]
    [TestCase(LoginPage.HiddenErrorText)]
    public async Task Both_fields_on_one_page_log_in(LoginPage page)
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { LoginPage = page }, CancellationToken.None);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync(Credentials, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice"));
    }

    [Test]
    public async Task A_scripted_page_answers_in_json()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { LoginPage = LoginPage.Scripted }, CancellationToken.None);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Not.Contain("<form"));

        using var request = new HttpRequestMessage(HttpMethod.Post, visit.Address) { Content = JsonContent.Create(Credentials) };
        using var response = await visit.RequestAsync(request, CancellationToken.None);
        var answer = await response.Content.ReadFromJsonAsync<Dictionary<string, string>>(CancellationToken.None);
        await visit.GoAsync(lab.IdentityProvider, answer!["next"], CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice"));
    }

    [Test]
    public async Task A_captcha_is_refused_before_the_password_is_looked_at()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { LoginPage = LoginPage.Captcha }, CancellationToken.None);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync(Credentials, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("invalid-captcha"));
    }

    [Test]
    public async Task Interludes_come_one_by_one_and_consent_can_be_declined()
    {
        var options = new LabOptions { LoginPage = LoginPage.Combined, Interludes = Interludes.StaySignedIn | Interludes.Consent };
        await using var lab = await LabHost.StartAsync(options, CancellationToken.None);
        using var login = new BrowserApplicationLogin(lab);
        await login.Visit.GoAsync(login.AuthorizationRequest(), CancellationToken.None);
        await login.Visit.SubmitAsync(Credentials, CancellationToken.None);
        Assert.That(login.Visit.Address.AbsolutePath, Is.EqualTo("/u/consent"));

        await login.Visit.SubmitAsync(new() { ["action"] = "decline" }, CancellationToken.None);
        Assert.That(login.Visit.Address.Query, Does.Contain("error=access_denied").And.Contain("state=xyz"));
    }

    [Test]
    public async Task Another_account_can_be_chosen_instead_of_the_session()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Interludes = Interludes.AccountPicker }, CancellationToken.None);
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Continue as Alice Archer"));

        await visit.SubmitAsync(new() { ["action"] = "decline" }, CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    [Test]
    public async Task An_expired_password_can_be_changed_and_the_login_goes_on()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = Fault.PasswordExpired }, CancellationToken.None);
        await visit.LogInAsync(lab.Portal, lab.Variables["PROBER_LAB_USER"], lab.Variables["PROBER_LAB_PASSWORD"], CancellationToken.None);
        await visit.SubmitAsync(new() { ["new-password"] = "fresh-from-the-oven", ["confirm-password"] = "fresh-from-the-oven" }, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Eve"));
    }

    [Test]
    public async Task The_form_post_loop_comes_back_to_the_provider_without_a_redirect()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { FormPostLoop = true, LoginPage = LoginPage.Combined }, CancellationToken.None);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync([], CancellationToken.None);
        await visit.SubmitAsync(Credentials, CancellationToken.None);
        for (var rounds = 0; rounds < 3; rounds++)
        {
            Assert.That((visit.Status, visit.Address.Host), Is.EqualTo((HttpStatusCode.OK, lab.IdentityProvider.Host)), "answers by form");
            await visit.SubmitAsync([], CancellationToken.None);
            Assert.That((visit.Status, visit.Address.Host), Is.EqualTo((HttpStatusCode.OK, lab.Portal.Host)), "asks again by form");
            await visit.SubmitAsync([], CancellationToken.None);
        }
    }
}
