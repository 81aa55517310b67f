using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.EndToEnd.Monitor;

/// <summary>A person's window on the monitor's page.</summary>
internal sealed class PageWindow : IAsyncDisposable
{
    private readonly PrivateFolder _folder;

    private readonly RecordedWindow _window;

    private PageWindow(PrivateFolder folder, RecordedWindow window, IPage page) => (_folder, _window, Page) = (folder, window, page);

    public IPage Page { get; }

    public static async Task<PageWindow> OpenAsync(Uri address)
    {
        var folder = PrivateFolder.Create();
        var window = await (await TestBrowser.SessionAsync()).OpenAsync("page", folder, storageState: null, CancellationToken.None);
        var page = await window.Context.NewPageAsync();
        await page.GotoAsync(address.AbsoluteUri);
        return new(folder, window, page);
    }

    /// <summary>Saved beside the test's other output when that is kept, for a person to look at.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PROBER_PAGE_PICTURES") is { Length: > 0 } folder) await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _window.CloseAsync(TimeSpan.FromSeconds(10));
        _folder.Dispose();
    }
}
