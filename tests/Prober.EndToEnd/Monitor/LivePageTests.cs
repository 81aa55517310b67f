using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>The monitor's page in a browser, as somebody has it open all day.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed partial class LivePageTests
{
    private const float Patience = 60_000;

    [Test]
    public async Task The_page_follows_what_happens_without_being_loaded_anew()
    {
        await using var monitor = await PagedMonitor.StartAsync();
        await using var window = await PageWindow.OpenAsync(monitor.Address);
        var page = window.Page;
        Assert.That(await page.TitleAsync(), Is.EqualTo("No login is known to be broken"));
        await page.EvaluateAsync("window.isStillThere = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "portal", Exact = true }).FocusAsync();

        await using var other = await PageWindow.OpenAsync(new Uri(monitor.Address, "scenarios/portal"));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("portal works", new() { Timeout = Patience });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("All logins work");
        Assert.That(await page.TitleAsync(), Is.EqualTo("All logins work"));
        Assert.That(await page.EvaluateAsync<bool>("window.isStillThere"), Is.True, "it was not loaded anew");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.textContent"), Is.EqualTo("portal"), "the focus is where it was");
        await window.PictureAsync("live-overview");

        var runs = other.Page.GetByRole(AriaRole.Region, new() { Name = "Table of runs" });
        await Assertions.Expect(runs.GetByRole(AriaRole.Row)).ToHaveCountAsync(2, new() { Timeout = Patience });
        await runs.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(other.Page).ToHaveTitleAsync(Report(), new() { Timeout = Patience });

        await monitor.DisposeAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The prober has not answered since", new() { Timeout = Patience });
    }

    [GeneratedRegex("Report of portal")]
    private static partial Regex Report();
}
