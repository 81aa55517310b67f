using System.Net;
using System.Text.Json.Nodes;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Provider;

public class TokenEndpointTests
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

    [Test]
    public async Task A_code_works_once()
    {
        var code = await login.ObtainCodeAsync(CancellationToken.None);
        var first = await login.RedeemAsync(code, BrowserApplicationLogin.Verifier, CancellationToken.None);
        var second = await login.RedeemAsync(code, BrowserApplicationLogin.Verifier, CancellationToken.None);
        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string?)second.Body["error"], Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task A_wrong_verifier_is_refused()
    {
        var code = await login.ObtainCodeAsync(CancellationToken.None);
        var answer = await login.RedeemAsync(code, new string('x', 43), CancellationToken.None);
        Assert.That((string?)answer.Body["error"], Is.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task A_wrong_secret_is_refused()
    {
        var answer = await login.RedeemAsync("any", BrowserApplicationLogin.Verifier, CancellationToken.None, clientId: "portal", secret: "guess");
        Assert.That((string?)answer.Body["error"], Is.EqualTo("invalid_client"));
    }

    [Test]
    public async Task The_token_names_issuer_session_and_person()
    {
        var claims = await login.ClaimsAsync(CancellationToken.None);
        Assert.That((string?)claims["iss"], Is.EqualTo(lab.IdentityProvider.ToString()).And.EndsWith("/"));
        Assert.That((string?)claims["nonce"], Is.EqualTo(BrowserApplicationLogin.Nonce));
        Assert.That((string?)claims["email"], Is.EqualTo("alice@example.com"));
        Assert.That(claims["auth_time"]!.GetValueKind(), Is.EqualTo(System.Text.Json.JsonValueKind.Number));
        Assert.That(claims["groups"], Is.InstanceOf<JsonArray>());
        Assert.That(claims.ContainsKey("sid") && claims.ContainsKey("at_hash"));
    }

    [Test]
    public async Task Tokens_are_not_for_caches_and_only_for_the_registered_origin()
    {
        var code = await login.ObtainCodeAsync(CancellationToken.None);
        var answer = await login.RedeemAsync(code, BrowserApplicationLogin.Verifier, CancellationToken.None);
        Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { lab.Notes.ToString().TrimEnd('/') }));
    }
}
