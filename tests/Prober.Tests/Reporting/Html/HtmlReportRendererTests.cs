using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NUnit.Framework;
using Prober.Checklist.Reports;
using Prober.Reporting.Html;
using Prober.Tests.Reporting.Samples;

namespace Prober.Tests.Reporting.Html;

public sealed class HtmlReportRendererTests
{
    [TestCaseSource(nameof(Reports))]
    public async Task Holds_nothing_that_runs_or_loads(string name, Report report)
    {
        var page = await Parse(report);

        Assert.That(page.QuerySelectorAll("script, iframe, object, embed, link, base, form, foreignObject, animate, use"), Is.Empty, name);
        Assert.That(Attributes(page).Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "style" or "srcset" or "action"), Is.Empty, name);
        Assert.That(Attributes(page).Where(a => a.Name is "href" or "xlink:href").Select(a => a.Value), Is.All.StartsWith("#"), name);
        Assert.That(page.Images.Select(image => image.GetAttribute("src")), Is.All.StartsWith("data:image/"), name);
    }

    [Test]
    public async Task Allows_its_own_style_and_nothing_else()
    {
        var page = await Parse(SampleReports.Healthy());
        var css = page.QuerySelectorAll("style").Single().TextContent;
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.That(policy, Does.StartWith("default-src 'none'; img-src data:; style-src 'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(css))) + "'"));
        Assert.That(css, Does.Not.Contain("url(").And.Not.Contain("@import"));
    }

    [TestCaseSource(nameof(Reports))]
    public async Task Leads_every_link_somewhere(string name, Report report)
    {
        var page = await Parse(report);
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToHashSet();

        Assert.That(page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")![1..]).Distinct(), Is.SubsetOf(ids), name);
    }

    [Test]
    public async Task Says_first_what_broke_and_links_its_proof()
    {
        var page = await Parse(SampleReports.RedirectUriRefused());

        Assert.That(page.QuerySelectorAll("h1").Single().TextContent, Does.Contain("is not registered"));
        Assert.That(page.QuerySelector(".conclusion .remedy")!.TextContent, Does.Contain("X-Forwarded-Proto"));
        Assert.That(page.QuerySelector(".owner")!.TextContent, Is.EqualTo("the application"));
        Assert.That(page.QuerySelectorAll(".conclusion .evidence a").Select(link => link.GetAttribute("href")), Is.EqualTo(["#hop-1", "#hop-2"]));
        Assert.That(page.QuerySelector("#hop-2")!.HasAttribute("open"), "the failing hop is open");
        Assert.That(page.QuerySelector("svg.sequence .hop.broken")!.TextContent, Does.Contain("fails here"));
    }

    [Test]
    public async Task Shows_claims_beside_what_was_expected()
    {
        var page = await Parse(SampleTokens.SinglePage());
        var audience = page.QuerySelectorAll("#token-0 tr.misfits")[0];

        Assert.That(audience.Children.Select(cell => cell.TextContent.Trim()), Is.EqualTo(["aud", "portal-staging", "Whom it is meant for", "portal", "✗ no"]));
    }

    [Test]
    public async Task Carries_screenshots_and_stays_small()
    {
        var html = await Rendered.ByAsync(new HtmlReportRenderer(), SampleReports.Healthy());

        Assert.That(new HtmlParser().ParseDocument(html).QuerySelectorAll(".phase img"), Has.Count.EqualTo(6));
        Assert.That(Encoding.UTF8.GetByteCount(html), Is.LessThan(400_000));
    }

    [Test]
    public async Task Shows_hostile_text_as_text()
    {
        var page = await Parse(HostileReport.Make());

        Assert.That(page.QuerySelector("h1")!.TextContent, Does.Contain("<script>canary()</script>").And.Contain("⟨U+202E⟩gnp.exe"));
        Assert.That(page.QuerySelectorAll("img"), Is.Empty, "a screenshot that is no picture is not shown");
    }

    [Test]
    public async Task Stays_readable_when_texts_are_long() =>
        Assert.That(await Rendered.ByAsync(new HtmlReportRenderer(), HostileReport.MakeLong()), Has.Length.LessThan(400_000));

    private static IEnumerable<TestCaseData> Reports() => SampleReports.All().Append(("hostile", HostileReport.Make()))
        .Select(sample => new TestCaseData(sample.Item1, sample.Item2).SetArgDisplayNames(sample.Item1));

    private static IEnumerable<IAttr> Attributes(IDocument page) => page.All.SelectMany(element => element.Attributes);

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Parse(Report report) =>
        new HtmlParser().ParseDocument(await Rendered.ByAsync(new HtmlReportRenderer(), report));
}
