using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;
using Prober.EndToEnd.Commands;
using Prober.Lab;
using Prober.Monitor.Web.Access;
using Prober.Scenarios;

namespace Prober.EndToEnd.Monitor;

/// <summary>Who may do what, with the lab's provider to log in at.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LoginTests
{
    [Test]
    public async Task A_viewer_cannot_walk_a_journey_and_an_operator_can()
    {
        await using var lab = await LabHost.StartAsync(new LabOptions(), CancellationToken.None);
        await using var monitor = await PagedMonitor.StartAsync(new()
        {
            Provider = new()
            {
                Issuer = lab.IdentityProvider,
                ClientId = "portal",
                ClientSecret = new Secret("portal-back-channel-secret"),
                Scopes = ["groups"],
                Rules = [RoleRule.Parse(AccessRole.Viewer, "*"), RoleRule.Parse(AccessRole.Operator, "groups=accounting")],
                RedirectUri = new Uri(lab.Portal, "signin-oidc"),
            },
        });

        await using (var viewer = await LogInAsync(lab, monitor, "ned@example.com"))
        {
            await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("portal");
            await viewer.PictureAsync("viewer");
            await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" })).ToHaveCountAsync(0);
            Assert.That(await PostAsync(viewer.Page, "/api/scenarios/portal/run"), Is.EqualTo(403));
            Assert.That(await PostAsync(viewer.Page, "/scenarios/portal/run"), Is.EqualTo(403));
        }

        await using var operating = await LogInAsync(lab, monitor, "alice@example.com");
        await operating.Page.GetByRole(AriaRole.Button, new() { Name = "Walk it now" }).ClickAsync();
        await Assertions.Expect(operating.Page.GetByRole(AriaRole.Region, new() { Name = "Table of runs" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(2, new() { Timeout = 120_000 });
        await operating.PictureAsync("operator");
        await operating.Page.GetByRole(AriaRole.Button, new() { Name = "Log out" }).ClickAsync();
        await Assertions.Expect(operating.Page.GetByRole(AriaRole.Heading, new() { Name = "Log in to the prober" })).ToBeVisibleAsync();
        await operating.PictureAsync("login");
        Assert.That((await operating.Page.RunAxe()).Violations.Select(violation => violation.Id), Is.Empty);
    }

    [Test]
    public async Task It_does_not_listen_publicly_without_a_login()
    {
        var folder = Directory.CreateTempSubdirectory("prober-public-");
        var refused = await CommandLine.ProberAsync(folder.FullName, "serve", ".", "--listen", "0.0.0.0:0");
        folder.Delete(recursive: true);
        Assert.That((refused.ExitCode, refused.Error.Trim()), Is.EqualTo((ExitCode.Usage,
            "prober: --listen 0.0.0.0:0: others could reach the page there and it has no login; give it one with --token-file or --oidc-issuer, or listen on a loopback address such as 127.0.0.1")));
    }

    // The lab knows one redirect URI, Portal's, which refuses a state that is not its own and leaves the code alone; the answer is handed on from there.
    private static async Task<PageWindow> LogInAsync(LabHost lab, PagedMonitor monitor, string user)
    {
        var window = await PageWindow.OpenAsync(new Uri(monitor.Address, "scenarios/portal"));
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Log in at" }).ClickAsync();
        await window.Page.Locator("#username").FillAsync(user);
        await window.Page.Locator("button.primary").ClickAsync();
        await window.Page.Locator("#password").FillAsync(lab.Users.Single(known => known.Username == user).Password);
        var answer = await window.Page.RunAndWaitForRequestAsync(() => window.Page.Locator("button.primary").ClickAsync(), request => request.Url.StartsWith($"{lab.Portal}signin-oidc?", StringComparison.Ordinal));
        await Assertions.Expect(window.Page.GetByText("We could not sign you in")).ToBeVisibleAsync();
        await window.Page.GotoAsync(new Uri(monitor.Address, $"signin-oidc{new Uri(answer.Url).Query}").AbsoluteUri);
        return window;
    }

    private static Task<int> PostAsync(IPage page, string path) => page.EvaluateAsync<int>("path => fetch(path, { method: 'POST' }).then(answer => answer.status)", path);
}
