using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Provider;

public class AuthorizeEndpointTests
{
    private LabHost lab = null!;
    private BrowserApplicationLogin login = null!;

    [SetUp]
    public async Task StartAsync()
    {
        lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
        login = new BrowserApplicationLogin(lab);
    }

    [TearDown]
    public async Task StopAsync()
    {
        login.Dispose();
        await lab.DisposeAsync();
    }

    [TestCase("client_id", "nobody", "Unknown client: nobody")]
    [TestCase("redirect_uri", "http://evil.example/callback", "Callback URL mismatch")]
    public async Task Unknown_clients_and_addresses_are_refused_on_the_spot(string name, string value, string message)
    {
        await login.Visit.GoAsync(login.AuthorizationRequest((name, value)), CancellationToken.None);
        Assert.That(login.Visit.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(login.Visit.Body, Does.Contain(message));
        Assert.That(login.Visit.Trail, Has.Count.EqualTo(1), "nobody may be redirected to an address that is not registered");
    }

    [Test]
    public async Task Prompt_none_without_a_session_is_login_required()
    {
        await login.Visit.GoAsync(login.AuthorizationRequest(("prompt", "none")), CancellationToken.None);
        Assert.That(login.Visit.Address.AbsolutePath, Is.EqualTo("/callback"));
        Assert.That(login.Visit.Address.Query, Does.Contain("error=login_required").And.Contain("state=xyz"));
    }

    [TestCase("prompt", "none", "/callback")]
    [TestCase("prompt", "login", "/u/login/identifier")]
    [TestCase("max_age", "0", "/u/login/identifier")]
    [TestCase("max_age", "3600", "/callback")]
    public async Task A_session_answers_unless_the_request_wants_a_fresh_login(string name, string value, string path)
    {
        await login.ObtainCodeAsync(CancellationToken.None);
        lab.AdvanceSessions(TimeSpan.FromSeconds(10));
        await login.Visit.GoAsync(login.AuthorizationRequest((name, value)), CancellationToken.None);
        Assert.That(login.Visit.Address.AbsolutePath, Is.EqualTo(path));
    }

    [Test]
    public async Task A_lost_transaction_is_told_to_start_again()
    {
        await login.Visit.GoAsync(lab.IdentityProvider, "/authorize/resume?state=gone", CancellationToken.None);
        Assert.That(login.Visit.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(login.Visit.Body, Does.Contain("find your session"));
    }
}
