using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Provider;

public class SessionLifetimeTests
{
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    [TestCase(59, "Invoices of")]
    [TestCase(60, "Log in to continue")]
    public async Task Silence_ends_the_session(int minutes, string text)
    {
        var options = new LabOptions { Time = time, IdleLifetime = TimeSpan.FromHours(1) };
        await using var lab = await LabHost.StartAsync(options, CancellationToken.None);
        using var visit = await LogInAsync(lab);
        time.Advance(TimeSpan.FromMinutes(minutes));
        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Body, Does.Contain(text));
    }

    [Test]
    public async Task Age_ends_the_session_in_spite_of_activity()
    {
        var options = new LabOptions { Time = time, IdleLifetime = TimeSpan.FromHours(1), AbsoluteLifetime = TimeSpan.FromHours(2) };
        await using var lab = await LabHost.StartAsync(options, CancellationToken.None);
        using var visit = await LogInAsync(lab);
        for (var visits = 0; visits < 3; visits++)
        {
            visit.ForgetCookies(lab.Billing.Host);
            await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
            Assert.That(visit.Body, Does.Contain("Invoices of"), $"visit {visits}");
            time.Advance(TimeSpan.FromMinutes(40));
        }

        visit.ForgetCookies(lab.Billing.Host);
        await visit.GoAsync(lab.Billing, "/protected", CancellationToken.None);
        Assert.That(visit.Address.AbsolutePath, Is.EqualTo("/u/login/identifier"));
    }

    private static async Task<Visit> LogInAsync(LabHost lab)
    {
        var visit = new Visit();
        await visit.LogInAsync(lab.Portal, LabUsers.Alice.Username, LabUsers.Alice.Password, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome,"));
        return visit;
    }
}
