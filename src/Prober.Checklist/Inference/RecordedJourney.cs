using Prober.Evidence.Expected;
using Prober.Evidence.Har;

namespace Prober.Checklist.Inference;

/// <summary>What somebody did in a recording, so that it can be done again.</summary>
public sealed record RecordedJourney
{
    public required Expectations Expectations { get; init; }

    /// <summary>The provider's issuer identifier, exact where the recording shows it.</summary>
    public required string? Issuer { get; init; }

    /// <summary>What <see cref="Issuer"/> rests on; a guess says so.</summary>
    public required string IssuerBecause { get; init; }

    /// <summary>Address of the provider's SAML metadata, a guess; null where nobody speaks SAML or nothing tells.</summary>
    public required string? SamlMetadata { get; init; }

    /// <summary>What <see cref="SamlMetadata"/> rests on.</summary>
    public required string SamlMetadataBecause { get; init; }

    /// <summary>The organization that the application asked the provider for; null for none.</summary>
    public required string? Organization { get; init; }

    /// <summary>The request that sent the credentials; null where the recording has none.</summary>
    public required HarEntry? Form { get; init; }

    /// <summary>Names of the fields of <see cref="Form"/>, as sent; empty for a body that is no form.</summary>
    public required IReadOnlyList<string> FormFields { get; init; }

    /// <summary>In the order done.</summary>
    public required IReadOnlyList<RecordedStep> Steps { get; init; }

    /// <summary>True when a second factor was asked for.</summary>
    public required bool SecondFactor { get; init; }

    /// <summary>Applications, by name, that somebody opened again after the logout.</summary>
    public required IReadOnlyList<string> LookedAtAfterLogout { get; init; }

    /// <summary>Where the logout landed, else where it was to land; null when none was seen or asked for.</summary>
    public required string? PostLogoutUrl { get; init; }

    /// <summary>Pages of an application, by its name, that were shown to nobody: before its login and after the logout.</summary>
    public required ILookup<string, HarEntry> AnonymousPages { get; init; }

    /// <summary>Pages of an application, by its name, that were shown to somebody signed in.</summary>
    public required ILookup<string, HarEntry> SignedInPages { get; init; }
}
