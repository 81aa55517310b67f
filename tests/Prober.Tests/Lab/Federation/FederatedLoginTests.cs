using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Federation;

public sealed class FederatedLoginTests
{
    [Test]
    public async Task A_login_goes_upstream_and_comes_back_by_the_callback()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);

        Assert.That(visit.Body, Does.Contain("Welcome, Uma Upton"));
        Assert.That(visit.Trail.Select(address => (address.Host, address.AbsolutePath)), Is.SupersetOf(new[]
        {
            ("login.localhost", "/authorize"), ("workforce.localhost", "/oauth2/authorize"),
            ("login.localhost", "/login/callback"), ("login.localhost", "/authorize/resume"),
        }));
        await visit.GoAsync(lab.Portal, "/me", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("oidc|workforce|7f0c2b19").And.Contain("uma@workforce.example"));

        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Invoices of Uma Upton"), "the second application needs nobody upstream");
    }

    [Test]
    public async Task A_federated_logout_ends_the_upstream_session_and_returns()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);

        await visit.GoAsync(lab.Portal, "/logout", CancellationToken.None);
        Assert.That(visit.Address, Is.EqualTo(new Uri(lab.Portal, "/signed-out")));
        Assert.That(visit.Trail, Has.Some.Property(nameof(Uri.AbsolutePath)).EqualTo("/oauth2/logout"));

        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That((visit.Address.Host, visit.Address.AbsolutePath), Is.EqualTo(("workforce.localhost", "/signin")));
    }

    [Test]
    public async Task A_logout_of_the_broker_alone_leaves_the_upstream_session_alive()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);

        await visit.GoAsync(lab.IdentityProvider, "/v2/logout", CancellationToken.None);
        visit.ForgetCookies(lab.Portal.Host);
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Uma Upton"), "nobody asked for a password");
    }

    [Test]
    public async Task An_answer_nobody_asked_for_is_refused()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await visit.GoAsync(lab.IdentityProvider, "/login/callback?code=stolen&state=guessed", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("state not found"));
    }

    [Test]
    public async Task The_broker_does_not_know_upstream_people_by_password()
    {
        await using var lab = await StartAsync();
        using var visit = new Visit();
        await LogInAsync(visit, lab);
        using var other = new Visit();
        await other.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        await other.SubmitAsync(new() { ["username"] = LabUsers.Uma.Username }, CancellationToken.None);
        await other.SubmitAsync(new() { ["password"] = LabUsers.Uma.Password }, CancellationToken.None);
        Assert.That(other.Body, Does.Contain("Wrong email or password"));
    }

    private static Task<LabHost> StartAsync() =>
        LabHost.StartAsync(new LabOptions { Scenario = LabScenario.Federated }, CancellationToken.None);

    private static async Task LogInAsync(Visit visit, LabHost lab)
    {
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync(new() { ["loginfmt"] = LabUsers.Uma.Username, ["passwd"] = LabUsers.Uma.Password }, CancellationToken.None);
    }
}
