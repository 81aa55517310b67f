using Prober.Checklist.Facts.Logins;
using Prober.Evidence.Har;
using Prober.Evidence.Saml;

namespace Prober.Checklist.Facts.Logouts;

/// <summary>The logout as the traffic shows it (OpenID Connect RP-Initiated Logout 1.0).</summary>
public sealed record LogoutFlow
{
    /// <summary>The request to the provider's logout endpoint; null when the application never called it.</summary>
    public HarEntry? ProviderRequest { get; init; }

    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The redirect that was asked for: post_logout_redirect_uri, returnTo, logout_uri, wreply.</summary>
    public string? RequestedUrl { get; init; }

    /// <summary>True when a script called it, which cannot change the cookies of the provider.</summary>
    public bool ByScript { get; init; }

    /// <summary>A page of the provider that asked or ended the logout.</summary>
    public HarEntry? ProviderPage { get; init; }

    /// <summary>The document where the browser came to rest; null when the evidence ends before.</summary>
    public HarEntry? Landing { get; init; }

    /// <summary>Authorization requests that started from the landing page by themselves.</summary>
    public IReadOnlyList<LoginTransaction> StartedByLanding { get; init; } = [];

    /// <summary>Answers of SAML single logout to the application, in time order (saml-core-2.0-os 3.7.2).</summary>
    public IReadOnlyList<SamlMessage> Answers { get; init; } = [];

    /// <summary>All entries of the logout in time order.</summary>
    public IReadOnlyList<HarEntry> Chain { get; init; } = [];
}
