using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>Says in one sentence what a tab showed instead of what was waited for.</summary>
internal static class PageWords
{
    public static string Of(PageReading reading, TabWatch watch)
    {
        if (reading.State == TabState.Unreachable) return $"{Path(watch.Address)} could not be loaded: {watch.Failure ?? ErrorOf(reading)}";
        var page = reading.Look.Uri is { IsAbsoluteUri: true, Scheme: "http" or "https" } uri ? uri.GetLeftPart(UriPartial.Path) : Path(watch.Address);
        return reading.State switch
        {
            TabState.Prompted when reading.Errors.Count > 0 => $"{page} asks for {Asked(reading)} and says \"{reading.Errors[0]}\"",
            TabState.Prompted => $"{page} asks for {Asked(reading)}",
            TabState.Error => $"{page} answered {StatusOf(reading)}with \"{ErrorOf(reading)}\"",
            TabState.Challenge => $"{page} shows a challenge that only a person may pass",
            TabState.Anonymous => $"{page} shows neither the signed-in marker nor a login form",
            TabState.Blank => $"{page} is blank",
            TabState.Interstitial => $"{page} asks \"{reading.Interstitial?.Quote(reading.Look)}\"",
            TabState.SignedIn => $"{page} shows the signed-in marker",
            _ => $"{page} came to no end: \"{Start(reading.Look.Text)}\"",
        };
    }

    private static string ErrorOf(PageReading reading) => reading.Errors.Count > 0 ? reading.Errors[0] : reading.Look.Title;

    /// <summary>An address without what its query may carry.</summary>
    public static string Path(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Path) : "the page";

    private static string Asked(PageReading reading) => reading.Controls.Count > 0 ? string.Join(" and ", reading.Controls) : "credentials";

    private static string StatusOf(PageReading reading) => reading.Look.Status >= 400 ? $"{reading.Look.Status} " : "";

    private static string Start(string text) => text.Length > 80 ? text[..80] : text;
}
