using NUnit.Framework;
using Prober.Browser.Configuration;
using Prober.Checklist;
using Prober.Lab;

namespace Prober.EndToEnd;

/// <summary>F107: the user agent that playwright.config.json names is one of a web view. It is the browser that is bent here, not the lab.</summary>
public sealed class WebViewTests
{
    private const string Agent = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";

    [Test]
    public async Task A_login_in_a_web_view_is_named_and_nothing_else_is_blamed()
    {
        var run = await LabJourney.WalkAsync(new LabOptions(), settings: new BrowserSettings { UserAgent = Agent });

        Assert.Multiple(() =>
        {
            Assert.That((run.Report.Headline?.Check, run.Report.Headline?.Reason), Is.EqualTo(("sso-mobile-browser-flow", "web-view")), Story.Of(run));
            Assert.That(run.Report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => check.Id), Is.EqualTo(new[] { "sso-mobile-browser-flow" }), Story.Of(run));
        });
    }
}
