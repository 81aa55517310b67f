using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.Browser.Recording;

/// <summary>One small screenshot a phase. What stands in a password field is not drawn, even where the page shows it as text.</summary>
internal sealed class ScreenRecorder
{
    private const string HidePasswords = """
        input[type=password], input[autocomplete*=password], input[name*=pass i], input[id*=pass i] {
          color: transparent !important; -webkit-text-fill-color: transparent !important; caret-color: transparent !important;
        }
        """;

    private readonly Dictionary<string, ReadOnlyMemory<byte>> _screens = [];

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Screens => _screens;

    /// <summary>Takes the picture and returns its path in the bundle; null when the page cannot be drawn.</summary>
    public async Task<string?> TakeAsync(IPage page, string name, bool hasPassword, CancellationToken cancellationToken)
    {
        if (page.IsClosed) return null;
        try
        {
            var picture = await page.ScreenshotAsync(new()
            {
                Type = ScreenshotType.Jpeg,
                Quality = 60,
                Scale = ScreenshotScale.Css,
                Animations = ScreenshotAnimations.Allow,
                // The style costs a round trip into every frame, so only a page that may show a password gets it.
                Style = hasPassword ? HidePasswords : null,
            }).BoundedBy(cancellationToken);
            var path = $"screens/{_screens.Count + 1:00}-{name}.jpg";
            _screens[path] = picture;
            return path;
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }
}
