using System.Collections.Concurrent;
using Microsoft.Playwright;
using Prober.Browser.Sessions;

namespace Prober.Browser.Recording;

/// <summary>One small screenshot a phase. What stands in a password field is not drawn, even where the page shows it as text.</summary>
internal sealed class ScreenRecorder
{
    /// <summary>JPEG quality, 0 to 100.</summary>
    public const int Quality = 60;

    private const string HidePasswords = """
        input[type=password], input[autocomplete*=password], input[name*=pass i], input[id*=pass i] {
          color: transparent !important; -webkit-text-fill-color: transparent !important; caret-color: transparent !important;
        }
        """;

    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> _screens = [];
    private readonly Dictionary<IPage, Task> _pending = [];
    private readonly PlainPictures _plain = new();
    private int _begun;

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Screens => _screens;

    /// <summary>
    /// Begins a picture and returns the path it will have. Drawing goes on beside the next phase, which as a rule acts in another
    /// tab; whoever acts in this one waits with <see cref="DrawnAsync(IPage)"/>.
    /// </summary>
    public string Begin(IPage page, string name, PictureKind kind, TimeSpan limit, TimeProvider time)
    {
        var path = $"screens/{++_begun:00}-{name}.jpg";
        _pending[page] = TakeAsync(page, path, kind, limit, time);
        return path;
    }

    /// <summary>Waits for the picture of a page that is to be acted in.</summary>
    public Task DrawnAsync(IPage page) => _pending.GetValueOrDefault(page, Task.CompletedTask);

    /// <summary>Waits for all pictures; before the windows are closed.</summary>
    public Task DrawnAsync() => Task.WhenAll(_pending.Values);

    private async Task TakeAsync(IPage page, string path, PictureKind kind, TimeSpan limit, TimeProvider time)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        if (await DrawAsync(page, kind, time, deadline.Token) is { } picture) _screens[path] = picture;
    }

    private async Task<byte[]?> DrawAsync(IPage page, PictureKind kind, TimeProvider time, CancellationToken cancellationToken)
    {
        if (page.IsClosed) return null;
        try
        {
            if (kind is PictureKind.Plain or PictureKind.PlainHalf && PlainPictures.CanDraw(page))
                return await (kind == PictureKind.PlainHalf ? _plain.DrawHalfAsync(page, time) : _plain.DrawAsync(page)).BoundedBy(cancellationToken);
            return await page.ScreenshotAsync(new()
            {
                Type = ScreenshotType.Jpeg,
                Quality = Quality,
                Scale = ScreenshotScale.Css,
                Animations = ScreenshotAnimations.Allow,
                // The style costs a round trip into every frame, so only a page that may show a password gets it.
                Style = kind == PictureKind.MayShowPassword ? HidePasswords : null,
            }).BoundedBy(cancellationToken);
        }
        catch (Exception exception) when (exception is PlaywrightException or TimeoutException or OperationCanceledException)
        {
            return null;
        }
    }
}
