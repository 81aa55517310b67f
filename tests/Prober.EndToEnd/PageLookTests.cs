using System.Diagnostics;
using NUnit.Framework;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;

namespace Prober.EndToEnd;

/// <summary>What one look at a page finds, in a real browser: the script runs there, so only there it can be tested.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class PageLookTests
{
    [TestCase("""<meta http-equiv="refresh" content="3; url=/next">""", true)]
    [TestCase("""<meta http-equiv="Refresh" content="10">""", true)]
    [TestCase("""<meta http-equiv="refresh" content="300">""", false)]
    [TestCase("", false)]
    public async Task A_page_says_that_it_will_load_again(string head, bool expected)
    {
        var look = await LookAsync($"<html><head>{head}</head><body>One moment</body></html>", new LookRequest { WaitMs = 200 });

        Assert.That(look.Refreshes, Is.EqualTo(expected));
    }

    /// <summary>The text changes for three seconds; a look that may settle answers with what stands afterwards, in one round trip.</summary>
    [TestCase(0, false)]
    [TestCase(1000, true)]
    public async Task A_look_answers_when_a_change_has_stood_long_enough(int settleMs, bool isLast)
    {
        const string page = """
            <html><body><main>step 0</main><script>
              let step = 0;
              const clock = setInterval(() => { document.querySelector('main').textContent = 'step ' + ++step + '.'.repeat(step); if (step === 60) clearInterval(clock); }, 50);
            </script></body></html>
            """;
        var watch = Stopwatch.StartNew();
        var look = await LookAsync(page, new LookRequest { WaitMs = 30_000, SettleMs = settleMs });

        Assert.That(look.Text.StartsWith("step 60", StringComparison.Ordinal), Is.EqualTo(isLast), look.Text);
        Assert.That(look.StoodMs, Is.GreaterThanOrEqualTo(settleMs));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(30)), "it does not wait for the end of its patience");
    }

    private static async Task<PageLook> LookAsync(string html, LookRequest request)
    {
        using var folder = PrivateFolder.Create();
        var window = await (await TestBrowser.SessionAsync()).OpenAsync("look", folder, null, CancellationToken.None);
        try
        {
            var page = await window.Context.NewPageAsync();
            await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = html }));
            await page.GotoAsync("http://page.localhost/", new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
            PageLook? look = null;
            while (look is null) look = await PageReader.TakeAsync(page, request, CancellationToken.None);
            return look;
        }
        finally
        {
            await window.CloseAsync(TimeSpan.FromSeconds(5));
        }
    }
}
