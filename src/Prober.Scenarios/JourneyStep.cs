namespace Prober.Scenarios;

/// <summary>One phase of the journey, as the scenario asks for it.</summary>
public abstract record JourneyStep;

/// <summary>Log in at an application with the probe account: <c>- login: portal</c>.</summary>
public sealed record LoginPhase(string Application) : JourneyStep;

/// <summary>Open the application in a second tab of the same browser: <c>- secondTab: portal</c>.</summary>
public sealed record SecondTabPhase(string Application) : JourneyStep
{
    /// <summary>Also look with only the provider's cookies, which tells its session from the application's own.</summary>
    public bool ProviderSession { get; init; } = true;
}

/// <summary>Walk over to another application by a link: <c>- sso: billing</c> or <c>- sso: { to: billing, after: 3s }</c>.</summary>
public sealed record SsoPhase(string Application) : JourneyStep
{
    /// <summary>Idle time before the hop, for tests of session lifetimes.</summary>
    public TimeSpan After { get; init; }

    /// <summary>The link to click; null means a link to the application is found on the page, or placed on a neutral one.</summary>
    public Marker? By { get; init; }

    /// <summary>Walk over in a private window, which has none of the first login's cookies: reproduces a user who changes browsers.</summary>
    public bool PrivateWindow { get; init; }
}

/// <summary>Log out: <c>- logout: portal</c> or <c>- logout: { from: portal, federated: true }</c>.</summary>
public sealed record LogoutPhase(string Application) : JourneyStep
{
    /// <summary>Whether the upstream provider's session should end too; null when unspecified.</summary>
    public bool? Federated { get; init; }
}

/// <summary>
/// Log in at an application in two tabs at once and finish in reverse order: <c>- parallelTabs: portal</c>. Comes after a logout, so
/// that both tabs meet the login page.
/// </summary>
public sealed record ParallelTabsPhase(string Application) : JourneyStep;

/// <summary>Look whether everybody is really out: <c>- signedOut: [portal, billing]</c>.</summary>
public sealed record SignedOutPhase(IReadOnlyList<string> Applications) : JourneyStep;
