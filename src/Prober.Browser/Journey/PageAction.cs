using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Prober.Browser.LoginPages;
using Prober.Browser.Pages;
using Prober.Browser.Sessions;
using Prober.Scenarios;

namespace Prober.Browser.Journey;

/// <summary>A control of an application's page to click: the one the scenario names, or one that says what it does.</summary>
internal sealed record PageAction(ILocator Locator, string Words)
{
    public static PageAction? ForLogin(IPage page, ApplicationSettings application, PageReading reading) =>
        Find(page, application.LoginControl, Markers.Login, PageSignals.SignIn, reading);

    public static PageAction? ForLogout(IPage page, ApplicationSettings application, PageReading reading) =>
        Find(page, application.Logout, Markers.Logout, PageSignals.SignOut, reading);

    /// <summary>The way to the upstream provider, on a login page that leaves the choice to the person.</summary>
    public static PageAction? ForUpstream(IPage page, UpstreamSettings? upstream, PageReading reading) =>
        upstream?.Button is { } button && reading.Look.Uri is { } uri && !upstream.Hosts.Contains(uri.Authority) && !upstream.Hosts.Contains(uri.Host)
            ? Find(page, button, Markers.Upstream, PageSignals.ProviderButton, reading) : null;

    public Task ClickAsync(TimeSpan timeout, CancellationToken cancellationToken) =>
        Locator.ClickAsync(new() { Timeout = (float)timeout.TotalMilliseconds }).BoundedBy(cancellationToken);

    /// <summary>The control that a text names: exactly, or else as part of its name.</summary>
    private static PageControl? ControlNamed(PageReading reading, string text)
    {
        var controls = reading.Look.Controls.Where(control => control.Enabled && control.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).ToList();
        return controls.Find(control => control.Text.Equals(text, StringComparison.OrdinalIgnoreCase)) ?? controls.FirstOrDefault();
    }

    private static PageAction? Find(IPage page, Marker? marker, string name, Regex words, PageReading reading)
    {
        if (marker is { Text: { } text } && ControlNamed(reading, text) is { } named) return new(page.Locator(named.Selector).First, Markers.Describe(marker));
        if (marker is not null) return reading.Look.Shows(name) ? new(Markers.On(page, marker).First, Markers.Describe(marker)) : null;
        var found = reading.Look.Controls.FirstOrDefault(control => control.Enabled && words.IsMatch(control.Text));
        return found is null ? null : new(page.Locator(found.Selector).First, $"\"{found.Text}\"");
    }
}
