using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Witnesses;

/// <summary>Which scope brings which attribute at which provider (<c>Data/social-scopes.json</c>); the last row is any OpenID Connect provider.</summary>
internal sealed record SocialScopes(IReadOnlyList<SocialProvider> Providers)
{
    public static SocialScopes Default { get; } = EmbeddedData.Read<SocialScopes>("social-scopes.json");

    public SocialProvider Of(string? host) => Providers.FirstOrDefault(provider => provider.Hosts.Matches(host)) ?? Providers[^1];
}

/// <summary>One upstream provider.</summary>
/// <param name="Name">For a person.</param>
/// <param name="Hosts">Where its authorization endpoint is.</param>
/// <param name="Scopes">Which scopes bring which attribute.</param>
/// <param name="Usual">Scopes that any login may ask for, whatever is needed of it; null where the provider's scopes are not known.</param>
internal sealed record SocialProvider(string Name, TextPattern Hosts, IReadOnlyDictionary<string, IReadOnlyList<string>> Scopes, IReadOnlyList<string>? Usual = null)
{
    /// <summary>The scopes of which one must be asked for; null when the attribute depends on none that is known.</summary>
    public IReadOnlyList<string>? For(string attribute) => Scopes.GetValueOrDefault(attribute);
}
