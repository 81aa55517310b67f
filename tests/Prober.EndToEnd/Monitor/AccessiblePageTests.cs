using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;
using Prober.Checklist;
using Prober.Monitor.Store;

namespace Prober.EndToEnd.Monitor;

/// <summary>Every page for everybody: axe-core's rules, dark and light, wide and narrow, by keyboard alone.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class AccessiblePageTests
{
    private static readonly string[] Pages = ["", "scenarios/portal", "scenarios/portal?window=7d&show=failed", "expiries", "prober"];

    [Test]
    public async Task No_page_keeps_anybody_out()
    {
        await using var monitor = await PagedMonitor.StartAsync();
        await using var window = await PageWindow.OpenAsync(monitor.Address);
        // One run that passes, one that fails: figures, chart, changes and an incident are there to be looked at.
        await WalkAsync(window.Page, monitor, Verdict.Pass, runs: 1);
        await WalkAsync(window.Page, monitor, Verdict.Fail, runs: 2);
        await AddFlakeAsync(monitor.Runs);
        await window.Page.GotoAsync(new Uri(monitor.Address, "scenarios/portal").AbsoluteUri);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Region, new() { Name = "Flakes" })).ToContainTextAsync("session-second-tab 33.33 % (1)");
        foreach (var path in Pages)
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                foreach (var width in new[] { 1280, 360 }) await CheckAsync(window, new Uri(monitor.Address, path), scheme, width);
            }
        }
    }

    private static async Task WalkAsync(IPage page, PagedMonitor monitor, Verdict verdict, int runs)
    {
        monitor.Verdict = verdict;
        await page.GotoAsync(new Uri(monitor.Address, "scenarios/portal").AbsoluteUri);
        await page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" }).ClickAsync();
        Assert.That(async () => (await monitor.Runs.LatestAsync("portal", 9, default)).Count(run => run.State == RunState.Completed), Is.EqualTo(runs).After(60_000, 100));
    }

    // As the journeys of these tests end as they are told to, none fails and passes the next moment.
    private static async Task AddFlakeAsync(RunStore runs)
    {
        var last = (await runs.LatestAsync("portal", 1, default)).Single();
        var failed = last with { Id = "flaky", Flaky = true, HeadlineCheck = "session-second-tab" };
        foreach (var run in (RunRecord[])[failed, last with { Id = "confirmation", Confirms = failed.Id, Verdict = "pass", HeadlineCheck = null }]) await runs.BeginAsync(run, default);
    }

    private static async Task CheckAsync(PageWindow window, Uri address, ColorScheme scheme, int width)
    {
        var page = window.Page;
        var which = $"{address.PathAndQuery} {scheme} {width}";
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await page.GotoAsync(address.AbsoluteUri);
        foreach (var details in await page.Locator("details").AllAsync()) await details.EvaluateAsync("details => details.open = true");
        await window.PictureAsync($"{address.PathAndQuery.Replace('/', '_').Replace('?', '_')}-{scheme}-{width}");
        // Only rules on colours see another scheme.
        var found = scheme == ColorScheme.Light ? await page.RunAxe() : await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["cat.color"] } });
        Assert.That(found.Passes.Length + found.Incomplete.Length, Is.GreaterThan(0), $"{which}: nothing was looked at");
        Assert.That(found.Violations.Select(violation => $"{violation.Impact} {violation.Id}: {string.Join(" ", violation.Nodes.Select(node => node.Html))}"), Is.Empty, which);
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), $"{which}: scrolls sideways");
        if (scheme == ColorScheme.Light) Assert.That(await ByKeyboardAsync(page), Is.EqualTo(await ControlsAsync(page)), which);
    }

    private static Task<string[]> ControlsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('a[href], button:not(:disabled), select, summary, [tabindex=\"0\"]')].map(control => control.outerHTML.slice(0, 120))");

    // Tab from the top to where the focus leaves the page.
    private static async Task<List<string>> ByKeyboardAsync(IPage page)
    {
        var reached = new List<string>();
        while (reached.Count < 500)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string?>("document.activeElement === document.body ? null : document.activeElement.outerHTML.slice(0, 120)") is not { } control) break;
            if (reached.Count > 0 && reached[0] == control) break;
            reached.Add(control);
        }

        return reached;
    }
}
