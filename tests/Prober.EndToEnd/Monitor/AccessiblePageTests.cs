using System.Text.Json;
using Deque.AxeCore.Commons;
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

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

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
            foreach (var width in new[] { 1280, 360 }) await CheckAsync(window, new Uri(monitor.Address, path), width);
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

    private static async Task CheckAsync(PageWindow window, Uri address, int width)
    {
        var page = window.Page;
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync(address.AbsoluteUri);
        foreach (var details in await page.Locator("details").AllAsync()) await details.EvaluateAsync("details => details.open = true");
        Assert.That(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), Is.LessThanOrEqualTo(width), $"{address.PathAndQuery} {width}: scrolls sideways");
        await ByRulesAsync(ColorScheme.Light, "{}");
        await ByKeyboardAsync(page, $"{address.PathAndQuery} {width}");
        // Only rules on colours see another scheme, and colours are those of every width.
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ByRulesAsync(ColorScheme.Dark, "{ runOnly: ['cat.color'] }");

        async Task ByRulesAsync(ColorScheme scheme, string options)
        {
            await window.PictureAsync($"{address.PathAndQuery.Replace('/', '_').Replace('?', '_')}-{scheme}-{width}");
            if (scheme == ColorScheme.Dark && width < 1280) return;
            var (broken, rules) = await BrokenRulesAsync(page, options);
            Assert.That(rules, Is.GreaterThan(0), $"{address.PathAndQuery} {scheme} {width}: nothing was looked at");
            Assert.That(broken, Is.Empty, $"{address.PathAndQuery} {scheme} {width}");
        }
    }

    // The package's own way reads the rules into a second tab for each look, where it joins what frames of other sites said. There are none.
    private static async Task<(string[] Broken, int Rules)> BrokenRulesAsync(IPage page, string options)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>($$"""
            async () => {
              const found = await axe.run(document, {{options}});
              return { broken: found.violations.map(rule => `${rule.impact} ${rule.id}: ${rule.nodes.map(node => node.html).join(' ')}`), rules: found.passes.length + found.incomplete.length };
            }
            """);
        return ([.. found.GetProperty("broken").EnumerateArray().Select(rule => rule.GetString()!)], found.GetProperty("rules").GetInt32());
    }

    // Tab from the top, once for each control and once more: each has the focus in its turn, and the last one lets it go.
    private static async Task ByKeyboardAsync(IPage page, string which)
    {
        var controls = await page.EvaluateAsync<string[]>("""
            () => {
              window.reached = [];
              document.addEventListener('focusin', event => window.reached.push(event.target.outerHTML.slice(0, 120)));
              return [...document.querySelectorAll('a[href], button:not(:disabled), select, summary, [tabindex="0"]')].map(control => control.outerHTML.slice(0, 120));
            }
            """);
        for (var press = 0; press <= controls.Length; press++) await page.Keyboard.PressAsync("Tab");
        var reached = await page.EvaluateAsync<string[]>("window.reached");
        Assert.That(reached.Take(controls.Length), Is.EqualTo(controls), which);
        Assert.That(reached.Skip(controls.Length), Is.Empty.Or.EqualTo(controls.Take(1)), $"{which}: the focus does not leave the page");
    }
}
