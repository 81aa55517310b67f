using Microsoft.Playwright;
using NUnit.Framework;

namespace Prober.EndToEnd.Monitor;

/// <summary>The monitor's page in a browser, as somebody has it open all day.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LivePageTests
{
    [Test]
    public async Task The_page_follows_what_happens_without_being_loaded_anew()
    {
        await using var lab = await MonitoredLab.StartAsync("7d");
        lab.Write(MonitoredLab.PatientText("7d"));
        await using var serve = ServeProcess.Start(lab.Scenarios, lab.EnvironmentFile, lab.Data());
        await serve.RunsAsync(_ => true);
        await using var window = await PageWindow.OpenAsync(serve.Address);
        var page = window.Page;
        Assert.That(await page.TitleAsync(), Is.EqualTo("No login is known to be broken"));
        await page.EvaluateAsync("window.isStillThere = true");
        await page.GetByRole(AriaRole.Link, new() { Name = "portal", Exact = true }).FocusAsync();

        await using var other = await PageWindow.OpenAsync(new Uri(serve.Address, "scenarios/portal"));
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" }).ClickAsync();
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Being walked…" })).ToBeDisabledAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("portal works", new() { Timeout = 120_000 });
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("All logins work");
        Assert.That(await page.TitleAsync(), Is.EqualTo("All logins work"));
        Assert.That(await page.EvaluateAsync<bool>("window.isStillThere"), Is.True, "it was not loaded anew");
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.textContent"), Is.EqualTo("portal"), "the focus is where it was");
        await window.PictureAsync("live-overview");

        await Assertions.Expect(other.Page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" })).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Region, new() { Name = "Table of runs" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await other.Page.GetByRole(AriaRole.Region, new() { Name = "Table of runs" }).GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(other.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("portal"));

        await serve.StopAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The prober has not answered since", new() { Timeout = 30_000 });
    }
}
