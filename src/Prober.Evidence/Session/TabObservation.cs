namespace Prober.Evidence.Session;

/// <summary>What one tab showed at a decisive moment: only what can be seen, no judgement.</summary>
public sealed record TabObservation
{
    public required PhaseName Phase { get; init; }

    /// <summary>Which look this is within the phase, see <see cref="TabLook"/>.</summary>
    public required TabLook Look { get; init; }

    public required string Application { get; init; }

    public required TabState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Milliseconds from the action to the state.</summary>
    public double AfterMs { get; init; }

    /// <summary>Final address, redacted.</summary>
    public string? Url { get; init; }

    public string? Title { get; init; }

    /// <summary>True when the scenario's signed-in marker was visible.</summary>
    public bool SignedInMarker { get; init; }

    /// <summary>True when the scenario's signed-out marker was visible; null when it names none.</summary>
    public bool? SignedOutMarker { get; init; }

    /// <summary>True when the application holds a session of its own (cookie or stored token); null when not looked at.</summary>
    public bool? ApplicationSession { get; init; }

    /// <summary>Login controls visible, enabled and reachable: <c>identifier</c>, <c>password</c>, <c>one-time-code</c>, <c>provider-button</c>, <c>account-tile</c>, <c>captcha</c>, <c>consent</c>.</summary>
    public IReadOnlyList<string> Controls { get; init; } = [];

    /// <summary>Visible error texts, redacted, at most 300 characters each.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Other visible notices that did not stop the flow (expiry warning, terms).</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Length of the visible text of the page; a blank page has under 20.</summary>
    public int VisibleTextLength { get; init; }

    /// <summary>HTTP status of the document shown, when known.</summary>
    public int? DocumentStatus { get; init; }

    /// <summary>True when a credential prompt was shown on the way, even if it resolved itself.</summary>
    public bool PromptedOnTheWay { get; init; }

    /// <summary>True when Back showed the signed-in page without a request: the browser had kept it in memory or cache.</summary>
    public bool KeptByBrowser { get; init; }
}

/// <summary>Which look a <see cref="TabObservation"/> is.</summary>
public enum TabLook
{
    /// <summary>Before credentials: the login page, when one came.</summary>
    Prompt,

    /// <summary>After credentials were submitted.</summary>
    AfterCredentials,

    /// <summary>Where the phase ended: signed in, landed after logout.</summary>
    Result,

    /// <summary>Second tab, literal test: same browser, same address, by a link of another site.</summary>
    SecondTab,

    /// <summary>Second tab without the application's own cookies and storage: only the provider's session can help.</summary>
    ProviderSessionOnly,

    /// <summary>Second tab opened by window.open, which copies sessionStorage.</summary>
    OpenedByScript,

    /// <summary>The protected page after logout in the tab that logged out, by a link.</summary>
    Revisit,

    /// <summary>The protected page after logout in a fresh tab.</summary>
    FreshTab,

    /// <summary>Back after logout.</summary>
    Back,

    /// <summary>Of two tabs that log in at once: the one that was opened last and finished first.</summary>
    FinishedFirst,

    /// <summary>Of two tabs that log in at once: the one that was opened first and finished last.</summary>
    FinishedLast,
}

/// <summary>What a tab was seen to be.</summary>
public enum TabState
{
    SignedIn,

    /// <summary>A visible, enabled login control.</summary>
    Prompted,

    /// <summary>A page whose visible text or status says error.</summary>
    Error,

    /// <summary>Captcha or bot wall.</summary>
    Challenge,

    /// <summary>An anonymous page: neither marker of a session nor a prompt.</summary>
    Anonymous,

    /// <summary>Next to no text and no control.</summary>
    Blank,

    /// <summary>A question between login and application that was not answered: consent, second factor, forced password change.</summary>
    Interstitial,

    /// <summary>The browser could not load it at all.</summary>
    Unreachable,

    /// <summary>None of these within the budget.</summary>
    Undecided,
}
