using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Prober.Browser.Recording;

/// <summary>
/// Draws pages on which nothing is to be hidden or waited for, by Chromium's own command over one session kept for each tab. Playwright's
/// screenshot goes into every frame before and after, which is a fifth of what a picture costs.
/// </summary>
internal sealed class PlainPictures
{
    private static readonly Dictionary<string, object> Options = new()
    {
        ["format"] = "jpeg",
        ["quality"] = ScreenRecorder.Quality,
        ["captureBeyondViewport"] = false,
        ["optimizeForSpeed"] = true,
    };

    private readonly ConcurrentDictionary<IPage, Task<ICDPSession>> _sessions = new();

    /// <summary>True where the browser knows the command.</summary>
    public static bool CanDraw(IPage page) => page.Context.Browser is { BrowserType.Name: "chromium" };

    /// <summary>The picture as JPEG.</summary>
    /// <exception cref="PlaywrightException">The page went away, or the browser could not draw it.</exception>
    public async Task<byte[]> DrawAsync(IPage page)
    {
        var session = await _sessions.GetOrAdd(page, static page => page.Context.NewCDPSessionAsync(page));
        var answer = await session.SendAsync("Page.captureScreenshot", Options);
        return answer?.GetProperty("data").GetBytesFromBase64() ?? throw new PlaywrightException("the browser gave no picture");
    }
}
