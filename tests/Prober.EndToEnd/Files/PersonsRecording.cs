using Microsoft.Playwright;
using Prober.Evidence.Har;
using Prober.Lab;
using static Microsoft.Playwright.Assertions;

namespace Prober.EndToEnd.Files;

/// <summary>What a customer sends: a HAR, written by the browser, of a person's own clicks, with scripts and styles in it and everything raw.</summary>
internal static class PersonsRecording
{
    /// <summary>Somebody logs in at Notes (a browser application), looks whether they are still known, and logs out.</summary>
    public static async Task<HarLog> OfBrowserApplicationAsync(LabHost lab)
    {
        var session = await TestBrowser.SessionAsync();
        var folder = Directory.CreateTempSubdirectory("prober-e2e-");
        try
        {
            var har = Path.Combine(folder.FullName, "person.har");
            var context = await session.PlaywrightBrowser.NewContextAsync(new() { RecordHarPath = har, RecordHarContent = HarContentPolicy.Embed });
            var page = await context.NewPageAsync();
            await page.GotoAsync(lab.Notes.AbsoluteUri);
            await page.GetByText("Log in").ClickAsync();
            await page.GetByLabel("Email address").FillAsync(lab.Variables["PROBER_LAB_USER"]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await page.GetByLabel("Password").FillAsync(lab.Variables["PROBER_LAB_PASSWORD"]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
            await Expect(page.GetByTestId("signed-in")).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Log out" }).ClickAsync();
            await Expect(page.GetByTestId("signed-out")).ToBeVisibleAsync();
            var left = new Uri(lab.Notes, "protected");
            await page.GotoAsync(left.AbsoluteUri);
            await Expect(page.GetByLabel("Email address")).ToBeVisibleAsync();
            await context.CloseAsync();
            await using var file = File.OpenRead(har);
            return Whole(await HarReader.ReadAsync(file, new() { Bodies = BodyRetention.All }, CancellationToken.None), left);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Notes is one page at every address. The one at /protected leaves for the login as soon as it is there, and of a page that was left a recorder
    // has the body or has it not, by who was first.
    private static HarLog Whole(HarLog recording, Uri left)
    {
        var page = recording.Entries.First(entry => entry.Request.Url == new Uri(left, "/").AbsoluteUri).Response.Body;
        return recording with
        {
            Entries = [.. recording.Entries.Select(entry => entry.Request.Url == left.AbsoluteUri ? entry with { Response = entry.Response with { Body = page } } : entry)],
        };
    }
}
