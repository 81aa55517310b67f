namespace Prober.Lab.Applications;

/// <summary>How the browser application's script behaves beyond the ordinary.</summary>
internal sealed record BrowserSwitches
{
    /// <summary>Ask silently in an iframe before going to the login page.</summary>
    public bool SilentFirst { get; init; }

    /// <summary>Ask silently and never go to the login page.</summary>
    public bool SilentOnly { get; init; }

    /// <summary>Hand the ID token to the application's own server, which keeps the session.</summary>
    public bool ServerSession { get; init; }

    /// <summary>Redeem each code twice, as a component that is initialised twice does.</summary>
    public bool RedeemTwice { get; init; }
}
