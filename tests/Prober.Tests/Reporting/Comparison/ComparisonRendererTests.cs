using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using NUnit.Framework;
using Prober.Checklist.Comparison;
using Prober.Reporting.Comparison;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting.Comparison;

public sealed class ComparisonRendererTests
{
    [Test]
    public async Task The_page_runs_nothing_loads_nothing_and_shows_hostile_text_as_text()
    {
        var page = new HtmlParser().ParseDocument(await RenderedAsync("html", Hostile(HostileReport.Text)));
        Assert.Multiple(() =>
        {
            Assert.That(page.QuerySelectorAll("script, img, iframe, object, embed, link, form"), Is.Empty);
            Assert.That(page.All.SelectMany(element => element.Attributes).Where(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)), Is.Empty);
            Assert.That(page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), Is.All.StartsWith("#"));
            Assert.That(page.QuerySelector("table.compare th[scope=row]")!.TextContent, Does.Contain("<script>canary()</script>"));
            Assert.That(page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"), Does.StartWith("default-src 'none'"));
        });
    }

    [Test]
    public async Task Hostile_text_adds_no_line_and_no_cell_to_markdown()
    {
        var hostile = (await RenderedAsync("markdown", Hostile(HostileReport.Text))).Split('\n');
        var harmless = (await RenderedAsync("markdown", Hostile("x"))).Split('\n');
        Assert.That(hostile, Has.Length.EqualTo(harmless.Length));
    }

    [Test]
    public async Task Json_is_json_and_says_where_the_runs_part()
    {
        using var json = JsonDocument.Parse(await RenderedAsync("json", Hostile(HostileReport.Text)));
        Assert.That(json.RootElement.GetProperty("firstDifference").GetInt32(), Is.EqualTo(1));
        Assert.That(json.RootElement.GetProperty("same").GetBoolean(), Is.False);
    }

    [Test]
    public async Task The_answer_stands_last_on_the_console_and_nothing_steers_the_terminal()
    {
        var text = await RenderedAsync("console", Hostile(HostileReport.Text));
        Assert.That(text, Does.Not.Contain('\u001B').And.Not.Contain('\u202E').And.Not.Contain('\u0007'));
        Assert.That(await RenderedAsync("console", Hostile("x")), Does.EndWith("The runs part at step 1 of 2, x at x: x is absent and was x.\n"));
    }

    private static RunComparison Hostile(string text)
    {
        var report = HostileReport.Make(text);
        return new()
        {
            Good = report,
            Bad = report,
            Hops = [new() { Good = report.Hops[0], Bad = report.Hops[1], To = text, Differences = [new(text, text, null)] }, new() { Good = null, Bad = report.Hops[1], To = text }],
            Claims = [new(text, text, text)],
            Findings = [new(text, text, null)],
        };
    }

    private static async Task<string> RenderedAsync(string format, RunComparison comparison)
    {
        var output = new MemoryStream();
        await ComparisonFormats.Find(format).RenderAsync(comparison, output, CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
