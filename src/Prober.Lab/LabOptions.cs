namespace Prober.Lab;

/// <summary>What kind of lab to start: healthy by default, or with one named fault and pages of a chosen difficulty.</summary>
public sealed record LabOptions
{
    // One list for all: labs of the same kind are equal.
    private static readonly IReadOnlyList<string> AllManagementScopes =
    [
        "read:logs", "read:users", "read:clients", "read:connections", "read:organizations", "read:tenant_settings", "read:actions", "read:rules", "read:branding",
    ];

    /// <summary>The one thing that is broken; <c>null</c> is a lab in good order.</summary>
    public Fault? Fault { get; init; }

    /// <summary>The journey that the lab is wired for; it decides which connection Portal asks for.</summary>
    public LabScenario Scenario { get; init; }

    /// <summary>Portal names no connection: the login page has a button for the upstream provider.</summary>
    public bool UpstreamByButton { get; init; }

    public LoginPage LoginPage { get; init; } = LoginPage.IdentifierFirst;

    /// <summary>Pages the identity provider puts between the password and the return to the application.</summary>
    public Interludes Interludes { get; init; }

    public LogoutStyle LogoutStyle { get; init; } = LogoutStyle.Redirect;

    /// <summary>Harmless 401, 404 and 500 answers on the applications' pages, which no check may mistake for the fault.</summary>
    public bool Noise { get; init; }

    /// <summary>The browser application first asks silently (prompt=none in an iframe) before it goes to the login page.</summary>
    public bool SilentSignInFirst { get; init; }

    /// <summary>Portal loses its session and both sides post auto-submitting forms to each other without end.</summary>
    public bool FormPostLoop { get; init; }

    /// <summary>All sites speak https with a self-signed certificate.</summary>
    public bool Https { get; init; }

    /// <summary>Portal and Billing live at <c>*.test</c>, which a browser does not trust over http as it does <c>*.localhost</c>.</summary>
    public bool TestNames { get; init; }

    /// <summary>The identity provider lives at a name that servers know and browsers do not.</summary>
    public bool ProviderNameUnknown { get; init; }

    /// <summary>The identity provider speaks https with a certificate of last year; everybody else speaks http.</summary>
    public bool ProviderCertificateExpired { get; init; }

    /// <summary>The idle lifetime of a tenant that forgets quickly; longer than a login takes.</summary>
    public static TimeSpan ShortIdleLifetime { get; } = TimeSpan.FromSeconds(4);

    /// <summary>The absolute lifetime of a tenant that forgets in any case; longer than a login and a second tab take.</summary>
    public static TimeSpan ShortAbsoluteLifetime { get; } = TimeSpan.FromSeconds(15);

    /// <summary>After so much silence the identity provider forgets the user; 3 days unless told, as at Auth0.</summary>
    public TimeSpan IdleLifetime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>After so long the identity provider forgets the user in any case; 7 days unless told.</summary>
    public TimeSpan AbsoluteLifetime { get; init; } = TimeSpan.FromDays(7);

    /// <summary>So late do entries of the provider's log show in its management API.</summary>
    public TimeSpan LogLag { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What the management client may read; all that the prober asks for unless told.</summary>
    public IReadOnlyList<string> ManagementScopes { get; init; } = AllManagementScopes;

    /// <summary>Requests a second that the management API takes before it answers 429.</summary>
    public int ManagementRate { get; init; } = 50;

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
