using System.Net;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Prober.Lab;

namespace Prober.Tests.Lab.Provider;

public sealed partial class PasswordlessTests
{
    [Test]
    public async Task A_link_logs_in_once()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions { Scenario = LabScenario.Passwordless }, CancellationToken.None);
        using var visit = new Visit();
        var link = await AskAsync(lab, visit);

        await visit.GoAsync(link, CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("Welcome, Alice"));

        await visit.GoAsync(link, CancellationToken.None);
        Assert.That((visit.Status, visit.Body.Contains("already been used", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        Assert.That(lab.Events.Select(entry => (entry.Type, entry.Connection)).Where(entry => entry.Connection is not null), Is.EqualTo(
            new[] { ("cls", "email"), ("s", "email"), ("f", "email") }));
    }

    [Test]
    public async Task A_link_that_a_scanner_opened_is_spent()
    {
        await using var lab = await LabHost.StartAsync(
            new LabOptions { Scenario = LabScenario.Passwordless, Fault = Fault.LinkOpenedByScanner }, CancellationToken.None);
        using var visit = new Visit();

        await visit.GoAsync(await AskAsync(lab, visit), CancellationToken.None);
        Assert.That(visit.Body, Does.Contain("already been used"));
    }

    private static async Task<Uri> AskAsync(LabHost lab, Visit visit)
    {
        await visit.GoAsync(lab.Portal, "/protected", CancellationToken.None);
        await visit.SubmitAsync(new() { ["username"] = LabUsers.Alice.Username }, CancellationToken.None);
        await visit.GoAsync(lab.Neutral, "/mail", CancellationToken.None);
        return new Uri(WebUtility.HtmlDecode(LinkInLetter().Match(visit.Body).Groups[1].Value));
    }

    [GeneratedRegex("<a href=\"([^\"]*/passwordless/[^\"]*)\"")]
    private static partial Regex LinkInLetter();
}
