using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace Prober.Browser.Recording;

/// <summary>
/// Draws pages on which nothing is to be hidden or waited for, by Chromium's own commands over one session kept for each tab. Playwright's
/// screenshot goes into every frame before and after, which is a fifth of what a picture costs.
/// </summary>
internal sealed class PlainPictures
{
    // A window that shows nothing new gives a frame at once; this is for one that is not drawn at all.
    private static readonly TimeSpan FrameLimit = TimeSpan.FromMilliseconds(500);

    private readonly ConcurrentDictionary<IPage, Task<ICDPSession>> _sessions = new();

    /// <summary>True where the browser knows the commands.</summary>
    public static bool CanDraw(IPage page) => page.Context.Browser is { BrowserType.Name: "chromium" };

    /// <summary>The page as JPEG, in its full size.</summary>
    /// <exception cref="PlaywrightException">The page went away, or the browser could not draw it.</exception>
    public async Task<byte[]> DrawAsync(IPage page)
    {
        var session = await SessionAsync(page);
        var answer = await session.SendAsync("Page.captureScreenshot", new Dictionary<string, object>
        {
            ["format"] = "jpeg",
            ["quality"] = ScreenRecorder.Quality,
            ["captureBeyondViewport"] = false,
            ["optimizeForSpeed"] = true,
        });
        return Bytes(answer);
    }

    /// <summary>
    /// The page as JPEG in half its width and height: one frame of a screencast. A screenshot of that size has the page laid out and drawn anew,
    /// and once more afterwards; a frame is what the window shows, made smaller (measured, CPU of all processes: 50 ms against 130 ms).
    /// </summary>
    /// <exception cref="PlaywrightException">The page went away, or the browser could not draw it.</exception>
    public async Task<byte[]> DrawHalfAsync(IPage page, TimeProvider time)
    {
        if (page.ViewportSize is not { } window) return await DrawAsync(page);
        var session = await SessionAsync(page);
        // A frame may still show the document before this one: two of this one's own go first.
        await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>
        {
            ["expression"] = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))",
            ["awaitPromise"] = true,
        });
        var seen = new TaskCompletionSource<JsonElement?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var frames = session.Event("Page.screencastFrame");
        frames.OnEvent += Take;
        try
        {
            await session.SendAsync("Page.startScreencast", new Dictionary<string, object>
            {
                ["format"] = "jpeg",
                ["quality"] = ScreenRecorder.Quality,
                ["maxWidth"] = window.Width / 2,
                ["maxHeight"] = window.Height / 2,
            });
            var first = await Task.WhenAny(seen.Task, Task.Delay(FrameLimit, time));
            await session.SendAsync("Page.stopScreencast");
            return first == seen.Task ? Bytes(await seen.Task) : await DrawAsync(page);
        }
        finally
        {
            frames.OnEvent -= Take;
        }

        void Take(object? sender, JsonElement? frame) => seen.TrySetResult(frame);
    }

    private Task<ICDPSession> SessionAsync(IPage page) => _sessions.GetOrAdd(page, static page => page.Context.NewCDPSessionAsync(page));

    private static byte[] Bytes(JsonElement? answer) =>
        answer?.GetProperty("data").GetBytesFromBase64() ?? throw new PlaywrightException("the browser gave no picture");
}
