using Prober.Browser.LoginPages;
using Prober.Browser.Pages;
using Prober.Evidence.Session;

namespace Prober.Browser.Journey;

/// <summary>
/// How long a state must stand before it is believed. What proves itself counts at once; what pages pass through on their way
/// (an anonymous page before a script goes on, an error that repairs itself) has to last.
/// </summary>
internal static class Dwell
{
    /// <summary>A form that came back gets time to say why.</summary>
    public static readonly TimeSpan Refusal = TimeSpan.FromMilliseconds(400);

    /// <summary>One look more, with nothing under way.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(350);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Blank = TimeSpan.FromSeconds(2);

    /// <summary>Before credentials: a form is acted on at once; a page with nothing to act on gets all the time that an action may take.</summary>
    public static TimeSpan? BeforeCredentials(PageReading reading) => reading.State switch
    {
        TabState.SignedIn or TabState.Prompted or TabState.Interstitial => TimeSpan.Zero,
        TabState.Anonymous when reading.Look.Shows(Markers.Login) => Moment,
        TabState.Anonymous when reading.Look.Controls.Any(control => PageSignals.SignIn.IsMatch(control.Text)) => Long,
        TabState.Challenge or TabState.Unreachable => Short,
        TabState.Error => Long,
        _ => null,
    };

    /// <summary>Where a hop by single sign-on ends: a prompt may still resolve itself.</summary>
    public static TimeSpan? Arrival(PageReading reading) => reading.State switch
    {
        TabState.SignedIn or TabState.Interstitial => TimeSpan.Zero,
        TabState.Prompted or TabState.Challenge or TabState.Unreachable => Short,
        TabState.Anonymous when reading.Look.Shows(Markers.SignedOut) => Short,
        TabState.Anonymous or TabState.Error => Long,
        TabState.Blank => Blank,
        _ => null,
    };

    /// <summary>After logout a prompt is the expected end.</summary>
    public static TimeSpan? Revisit(PageReading reading) => reading.State switch
    {
        TabState.Prompted => Moment,
        _ => Arrival(reading),
    };
}
