using Microsoft.Playwright;
using Prober.Browser.Configuration;

namespace Prober.Browser.Sessions;

/// <summary>The settings of a browser as Playwright takes them for one context.</summary>
internal static class WindowOptions
{
    /// <summary>Lays the settings over a device's description; a device's screen stays unless the settings name another than the default.</summary>
    public static BrowserNewContextOptions Apply(
        BrowserNewContextOptions device, BrowserSettings settings, string userAgent, string har, string? storageState) =>
        new(device)
        {
            AcceptDownloads = false,
            BaseURL = settings.BaseUrl?.AbsoluteUri,
            ExtraHTTPHeaders = settings.ExtraHttpHeaders.Count > 0 ? settings.ExtraHttpHeaders : null,
            IgnoreHTTPSErrors = settings.IgnoreHttpsErrors,
            Locale = settings.Locale,
            TimezoneId = settings.TimezoneId,
            UserAgent = device.UserAgent is { } named && settings.UserAgent is null ? $"{named} Prober/{ProductVersion.Value}" : userAgent,
            ViewportSize = device.ViewportSize is { } screen && settings.Viewport == new BrowserSettings().Viewport ? screen : SizeOf(settings),
            RecordHarPath = har,
            RecordHarContent = HarContentPolicy.Embed,
            RecordHarMode = HarMode.Full,
            StorageState = storageState,
        };

    public static Proxy? ProxyOf(BrowserSettings settings) => settings.Proxy is { } proxy
        ? new() { Server = proxy.Server, Bypass = proxy.Bypass, Username = proxy.Username?.Reveal(), Password = proxy.Password?.Reveal() }
        : null;

    private static Microsoft.Playwright.ViewportSize SizeOf(BrowserSettings settings) => settings.Viewport is { } size
        ? new() { Width = size.Width, Height = size.Height }
        : Microsoft.Playwright.ViewportSize.NoViewport;
}
