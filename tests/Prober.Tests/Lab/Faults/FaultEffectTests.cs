using System.Net;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Faults;

/// <summary>What a fault does on the wire, for those whose effect needs no browser to be seen.</summary>
public class FaultEffectTests
{
    [TestCase(Fault.UnknownClient, HttpStatusCode.BadRequest, "Unknown client: portal-staging")]
    [TestCase(Fault.RedirectUriScheme, HttpStatusCode.BadRequest, "Callback URL mismatch")]
    [TestCase(Fault.RedirectUriTrailingSlash, HttpStatusCode.BadRequest, "Callback URL mismatch")]
    [TestCase(Fault.ProviderUnavailable, HttpStatusCode.ServiceUnavailable, "temporarily unavailable")]
    [TestCase(Fault.ConnectionDisabled, HttpStatusCode.InternalServerError, "could not sign you in")]
    [TestCase(Fault.LoginScriptBlocked, HttpStatusCode.OK, "Loading")]
    public async Task Before_the_password(Fault fault, HttpStatusCode status, string text)
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = fault }, CancellationToken.None);
        using var visit = new Visit();
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That((visit.Status, visit.Body.Contains(text, StringComparison.Ordinal)), Is.EqualTo((status, true)), visit.Body);
    }

    [TestCase(Fault.WrongPassword, HttpStatusCode.BadRequest, "Wrong email or password")]
    [TestCase(Fault.AccountLocked, HttpStatusCode.TooManyRequests, "too_many_attempts")]
    [TestCase(Fault.PasswordExpired, HttpStatusCode.OK, "Your password has expired")]
    [TestCase(Fault.StateMismatch, HttpStatusCode.InternalServerError, "could not sign you in")]
    [TestCase(Fault.CallbackCrash, HttpStatusCode.InternalServerError, "could not sign you in")]
    [TestCase(Fault.CallbackNeverCalled, HttpStatusCode.OK, "You may close this window")]
    [TestCase(Fault.WrongAudience, HttpStatusCode.InternalServerError, "could not sign you in")]
    public async Task After_the_password(Fault fault, HttpStatusCode status, string text)
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = fault }, CancellationToken.None);
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        Assert.That((visit.Status, visit.Body.Contains(text, StringComparison.Ordinal)), Is.EqualTo((status, true)), visit.Body);
    }

    [TestCase(Fault.CallbackProtected)]
    public async Task Round_in_circles(Fault fault)
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = fault }, CancellationToken.None);
        using var visit = new Visit();
        Assert.That(() => LogInAsync(visit, lab), Throws.InvalidOperationException.With.Message.EqualTo("Too many redirects."));
    }

    [TestCase(Fault.WrongAudience, "aud", "some-other-client")]
    [TestCase(Fault.WrongIssuer, "iss", "https://lab-tenant.eu.example/")]
    [TestCase(Fault.WrongTokenHash, "at_hash", "77QmUPtjPfzWtF2AnpK9RQ")]
    [TestCase(Fault.EmailClaimMissing, "email", null)]
    public async Task In_the_token(Fault fault, string claim, string? value)
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = fault }, CancellationToken.None);
        using var login = new BrowserApplicationLogin(lab);
        var claims = await login.ClaimsAsync(CancellationToken.None);
        Assert.That((string?)claims[claim], Is.EqualTo(value));
    }

    [Test]
    public async Task A_slow_provider_issues_expired_tokens_and_shows_it_in_the_date_header()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Fault = Fault.ProviderClockSlow }, CancellationToken.None);
        using var login = new BrowserApplicationLogin(lab);
        var claims = await login.ClaimsAsync(CancellationToken.None);
        var now = TimeProvider.System.GetUtcNow();
        Assert.That(claims["exp"]!.GetValue<long>(), Is.LessThan(now.AddMinutes(-5).ToUnixTimeSeconds()));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(lab.IdentityProvider, "/.well-known/openid-configuration"));
        using var response = await login.Visit.RequestAsync(request, CancellationToken.None);
        Assert.That(response.Headers.Date, Is.EqualTo(now.AddMinutes(-10)).Within(TimeSpan.FromSeconds(30)));
    }

    private static Task LogInAsync(Visit visit, LabHost lab) => visit.LogInAsync(
        lab.Portal, lab.Variables["PROBER_LAB_USER"], lab.Variables["PROBER_LAB_PASSWORD"], CancellationToken.None);
}
