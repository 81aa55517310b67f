using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Provider;

public class LogoutEndpointTests
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

    [TestCase("/signed-out", true)]
    [TestCase("/signed-out?from=menu", true, Description = "/v2/logout ignores the query")]
    [TestCase("/Signed-Out", false)]
    [TestCase("/signed-out/", false)]
    [TestCase("/elsewhere", false)]
    public async Task ReturnTo_must_be_on_the_clients_list(string path, bool allowed)
    {
        var returnTo = new Uri(lab.Notes, path).ToString();
        await login.Visit.GoAsync(lab.IdentityProvider, $"/v2/logout?client_id=notes&returnTo={Uri.EscapeDataString(returnTo)}", CancellationToken.None);
        AssertLanding(returnTo, allowed);
    }

    [TestCase("/signed-out", true)]
    [TestCase("/signed-out?from=menu", false, Description = "/oidc/logout wants the exact address")]
    public async Task Post_logout_redirect_uri_must_match_exactly(string path, bool allowed)
    {
        var hint = await login.IdentityTokenAsync(CancellationToken.None);
        var target = new Uri(lab.Notes, path).ToString();
        await login.Visit.GoAsync(lab.IdentityProvider,
            $"/oidc/logout?id_token_hint={hint}&post_logout_redirect_uri={Uri.EscapeDataString(target)}", CancellationToken.None);
        AssertLanding(target, allowed);
    }

    [Test]
    public async Task Without_a_client_the_tenants_list_counts()
    {
        await login.Visit.GoAsync(lab.IdentityProvider, $"/v2/logout?returnTo={Uri.EscapeDataString(lab.Neutral.ToString())}", CancellationToken.None);
        AssertLanding(lab.Neutral.ToString(), allowed: true);
    }

    [Test]
    public async Task Without_a_hint_the_person_is_asked_first()
    {
        await login.ObtainCodeAsync(CancellationToken.None);
        var target = new Uri(lab.Notes, "/signed-out").ToString();
        await login.Visit.GoAsync(lab.IdentityProvider,
            $"/oidc/logout?client_id=notes&post_logout_redirect_uri={Uri.EscapeDataString(target)}", CancellationToken.None);
        Assert.That(login.Visit.Body, Does.Contain("Do you want to log out"));

        await login.Visit.SubmitAsync(new() { ["action"] = "confirm" }, CancellationToken.None);
        AssertLanding(target, allowed: true);
        await login.Visit.GoAsync(login.AuthorizationRequest(("prompt", "none")), CancellationToken.None);
        Assert.That(login.Visit.Address.Query, Does.Contain("login_required"));
    }

    private void AssertLanding(string target, bool allowed)
    {
        Assert.That(login.Visit.Status, Is.EqualTo(allowed ? HttpStatusCode.OK : HttpStatusCode.BadRequest));
        Assert.That(login.Visit.Address.ToString() == target, Is.EqualTo(allowed), login.Visit.Address.ToString());
    }
}
