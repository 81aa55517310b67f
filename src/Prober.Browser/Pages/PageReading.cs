using Microsoft.Playwright;
using Prober.Browser.LoginPages;
using Prober.Evidence.Session;

namespace Prober.Browser.Pages;

/// <summary>What a look means: the state the tab is in, and what the journey could do about it.</summary>
internal sealed record PageReading(PageLook Look, TabState State)
{
    public required LoginForm Form { get; init; }

    /// <summary>Where the form stands, when that is a frame in the page.</summary>
    public IFrame? Frame { get; init; }

    /// <summary>The question between login and application that this page is, if it is one.</summary>
    public Interstitial? Interstitial { get; init; }

    /// <summary>Names of <see cref="TabObservation.Controls"/>.</summary>
    public IReadOnlyList<string> Controls { get; init; } = [];

    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The page says that the account is locked or that there were too many attempts.</summary>
    public bool Locked { get; init; }

    /// <summary>The page says that somebody was signed out.</summary>
    public bool SaysSignedOut { get; init; }

    /// <summary>The page asks for patience, or a silent sign-in is under way in it.</summary>
    public bool Busy { get; init; }
}
