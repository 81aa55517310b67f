using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Prober.Benchmarks;

/// <summary>
/// What somebody writes who only wants the clicks: the demo's journey with Playwright alone, HAR recording on. It looks at
/// the same pages in the same order and waits for the same markers; it keeps no evidence beside the HAR and judges nothing.
/// </summary>
internal sealed class BareJourney(IBrowser browser, IReadOnlyDictionary<string, string> lab)
{
    private const string FollowLink =
        "url => { const link = document.createElement('a'); link.href = url; document.body.replaceChildren(link); link.click(); }";

    private readonly Uri _portal = new(lab["PROBER_LAB_PORTAL"]);
    private readonly Uri _billing = new(lab["PROBER_LAB_BILLING"]);
    private readonly Uri _provider = new(lab["PROBER_LAB_ISSUER"]);

    /// <param name="keep">Where the HAR of the journey is left; null when only the cost counts.</param>
    public async Task WalkAsync(string? keep = null)
    {
        var har = Path.Combine("/dev/shm", $"bare-{Guid.NewGuid():n}.har");
        var context = await browser.NewContextAsync(Options(har));
        try
        {
            var first = await context.NewPageAsync();
            await LogInAsync(first);
            var second = await context.NewPageAsync();
            await OpenAsync(second, _portal, SignedIn);
            await LookWithProviderSessionAsync(context);
            await second.GetByRole(AriaRole.Link, new() { Name = "Open Billing" }).ClickAsync();
            await Expect(SignedIn(second)).ToBeVisibleAsync();
            await LogOutAsync(context, first);
        }
        finally
        {
            await context.CloseAsync();
            if (keep is not null) File.Copy(har, keep);
            File.Delete(har);
        }
    }

    private async Task LogInAsync(IPage page)
    {
        await page.GotoAsync(_portal.AbsoluteUri);
        await page.GetByText("Log in").ClickAsync();
        await page.GetByLabel("Email address").FillAsync(lab["PROBER_LAB_USER"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByLabel("Password").FillAsync(lab["PROBER_LAB_PASSWORD"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(SignedIn(page)).ToBeVisibleAsync();
    }

    private async Task LookWithProviderSessionAsync(IBrowserContext context)
    {
        var cookies = (await context.CookiesAsync()).Where(cookie => cookie.Domain.TrimStart('.') == _provider.Host)
            .Select(cookie => new Cookie
            {
                Name = cookie.Name,
                Value = cookie.Value,
                Domain = cookie.Domain,
                Path = cookie.Path,
                Expires = cookie.Expires,
                HttpOnly = cookie.HttpOnly,
                Secure = cookie.Secure,
                SameSite = cookie.SameSite,
            });
        var har = Path.Combine("/dev/shm", $"bare-{Guid.NewGuid():n}.har");
        var clone = await browser.NewContextAsync(Options(har));
        await clone.AddCookiesAsync(cookies);
        await OpenAsync(await clone.NewPageAsync(), _portal, SignedIn);
        await clone.CloseAsync();
        File.Delete(har);
    }

    private async Task LogOutAsync(IBrowserContext context, IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Log out" }).ClickAsync();
        await Expect(page.GetByTestId("signed-out")).ToBeVisibleAsync();
        await page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(Prompt(page)).ToBeVisibleAsync();
        await OpenAsync(page, _portal, Prompt);
        var fresh = await context.NewPageAsync();
        await OpenAsync(fresh, _portal, Prompt);
        await OpenAsync(fresh, _billing, Prompt);
    }

    private static async Task OpenAsync(IPage page, Uri application, Func<IPage, ILocator> marker)
    {
        if (page.Url != "about:blank")
        {
            await page.GotoAsync("about:blank");
        }

        await page.EvaluateAsync(FollowLink, new Uri(application, "protected").AbsoluteUri);
        await Expect(marker(page)).ToBeVisibleAsync();
    }

    private static ILocator SignedIn(IPage page) => page.GetByTestId("signed-in");

    private static ILocator Prompt(IPage page) => page.GetByLabel("Email address");

    private static BrowserNewContextOptions Options(string har) => new() { RecordHarPath = har, RecordHarContent = HarContentPolicy.Embed };
}
