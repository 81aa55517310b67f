using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>How mobile browsers and embedded web views give themselves away (<c>Data/mobile-browsers.json</c>).</summary>
internal sealed record MobileBrowsers(TextPattern Mobile, IReadOnlyList<WebViewMark> WebViews, TextPattern NativeGrants, TextPattern NativePaths)
{
    public static MobileBrowsers Default { get; } = EmbeddedData.Read<MobileBrowsers>("mobile-browsers.json");

    /// <summary>Name of the web view, or null for a browser of its own.</summary>
    public string? WebViewOf(string userAgent) => WebViews.FirstOrDefault(mark => mark.Pattern.Matches(userAgent))?.Name;
}

/// <summary>One kind of web view.</summary>
internal sealed record WebViewMark(string Name, TextPattern Pattern);
