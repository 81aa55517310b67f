using Prober.Checklist.Facts.Pages;

namespace Prober.Checklist.Facts.Endpoints;

/// <summary>
/// Where a product's issuer and SAML metadata lie, told by the path at which it is asked for a login (<c>Data/issuers.json</c>). A guess for
/// recordings that show neither: most products put realm, tenant or authorization server between the host and the endpoint.
/// </summary>
internal sealed record IssuerTable(IReadOnlyList<ProductIssuer> Products)
{
    public static IssuerTable Default { get; } = EmbeddedData.Read<IssuerTable>("issuers.json");

    /// <summary>The issuer for an authorization endpoint; null where no product's path fits.</summary>
    public (string Address, string Kind)? IssuerOf(string kind, Uri endpoint) => First(kind, endpoint, product => product.Issuer);

    /// <summary>The metadata for a SAML or WS-Federation endpoint; null where no product's path fits.</summary>
    public (string Address, string Kind)? SamlMetadataOf(string kind, Uri endpoint) => First(kind, endpoint, product => product.SamlMetadata);

    private (string Address, string Kind)? First(string kind, Uri endpoint, Func<ProductIssuer, string?> template) =>
        Products.OrderByDescending(product => product.Kind == kind).Where(product => template(product) is not null && product.Asked.Matches(endpoint.AbsolutePath))
            .Select(product => ((string, string)?)(endpoint.GetLeftPart(UriPartial.Authority) + product.Filled(template(product)!, endpoint.AbsolutePath), product.Kind)).FirstOrDefault();
}

/// <summary>One product's row.</summary>
/// <param name="Kind">As the table of endpoints calls it.</param>
/// <param name="Asked">Path of the endpoint that is asked for a login, with the groups <c>base</c> and <c>id</c>.</param>
internal sealed record ProductIssuer(string Kind, TextPattern Asked)
{
    /// <summary>What follows the host in the issuer, <c>{base}</c> filled in; null where the row tells nothing of it.</summary>
    public string? Issuer { get; init; }

    /// <summary>Path of the SAML metadata, <c>{base}</c> and <c>{id}</c> filled in; null where the row tells nothing of it.</summary>
    public string? SamlMetadata { get; init; }

    public string Filled(string template, string path) => template
        .Replace("{base}", Asked.Find(path, "base") ?? "", StringComparison.Ordinal).Replace("{id}", Asked.Find(path, "id") ?? "", StringComparison.Ordinal);
}
