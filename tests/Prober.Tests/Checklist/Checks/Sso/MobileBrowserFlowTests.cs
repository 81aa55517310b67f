using NUnit.Framework;
using Prober.Checklist;
using Prober.Evidence;
using Prober.Evidence.Har;

namespace Prober.Tests.Checklist.Checks.Sso;

public sealed class MobileBrowserFlowTests
{
    private const string Id = "sso-mobile-browser-flow";
    private const string Safari = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";

    [Test]
    public void A_browser_of_its_own_passes() => Assert.That(By(Safari).Ask(Id) is { Verdict: Verdict.Pass, Reason: "system-browser" }, Is.True);

    [TestCase("Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/450.0]")]
    [TestCase("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148")]
    public void A_web_view_fails_and_nothing_else_does(string agent)
    {
        var report = By(agent).Judge();

        Assert.That(report.Checks.Where(check => check.Verdict is Verdict.Fail).Select(check => (check.Id, check.Reason)), Is.EqualTo(new[] { (Id, "web-view") }));
    }

    [TestCase("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", Verdict.NotApplicable)]
    [TestCase(null, Verdict.Inconclusive)]
    public void A_desktop_is_no_question(string? agent, Verdict verdict) => Assert.That(By(agent).Ask(Id).Verdict, Is.EqualTo(verdict));

    [Test]
    public void Without_single_sign_on_it_does_not_matter() =>
        Assert.That(By(Safari).Expect(expected => expected with { SingleSignOn = false }).Ask(Id).Verdict, Is.EqualTo(Verdict.NotApplicable));

    [Test]
    public void A_mobile_login_without_pkce_is_a_warning() =>
        Assert.That(By(Safari).ChangeAll(step => step with
        {
            Url = Bare(step.Url),
            ResponseHeaders = [.. step.ResponseHeaders.Select(header => header.Name == "location" ? header with { Value = Bare(header.Value) } : header)],
        }).Ask(Id).Reason, Is.EqualTo("no-pkce"));

    private static string Bare(string url) => System.Text.RegularExpressions.Regex.Replace(url, "&code_challenge(_method)?=[^&]*", "");

    private static EvidenceBuilder By(string? agent) => EvidenceBuilder.Live().With(bundle => bundle with
    {
        Traffic = Captured.Of(bundle.Traffic.Value! with { Entries = [.. bundle.Traffic.Value!.Entries.Select(entry => entry with { Request = By(entry.Request, agent) })] }),
    });

    private static HarRequest By(HarRequest request, string? agent) => new()
    {
        Method = request.Method,
        Url = request.Url,
        PostData = request.PostData,
        Headers = new([.. request.Headers.Where(header => !header.Name.Equals("user-agent", StringComparison.OrdinalIgnoreCase)),
            .. agent is null ? Array.Empty<HarHeader>() : [new("user-agent", agent)]]),
    };
}
