using NUnit.Framework;
using Prober.Checklist.Facts.Endpoints;

namespace Prober.Tests.Checklist.Facts.Endpoints;

public sealed class IssuerTableTests
{
    [TestCase("keycloak", "https://sso.example.com/realms/staff/protocol/openid-connect/auth", "https://sso.example.com/realms/staff")]
    [TestCase("generic", "https://sso.example.com/auth/realms/staff/protocol/openid-connect/auth", "https://sso.example.com/auth/realms/staff")]
    [TestCase("okta", "https://acme.okta.com/oauth2/default/v1/authorize", "https://acme.okta.com/oauth2/default")]
    [TestCase("okta", "https://acme.okta.com/oauth2/v1/authorize", "https://acme.okta.com")]
    [TestCase("entra", "https://login.microsoftonline.com/72f988bf/oauth2/v2.0/authorize", "https://login.microsoftonline.com/72f988bf/v2.0")]
    [TestCase("auth0", "https://login.example.com/authorize", "https://login.example.com/")]
    [TestCase("adfs", "https://fs.example.com/adfs/oauth2/authorize/", "https://fs.example.com/adfs")]
    [TestCase("generic", "https://login.example.com/somewhere/else", null)]
    public void An_issuer_lies_where_the_product_has_it(string kind, string endpoint, string? issuer) =>
        Assert.That(IssuerTable.Default.IssuerOf(kind, new Uri(endpoint))?.Address, Is.EqualTo(issuer));

    [TestCase("auth0", "https://login.example.com/samlp/abc123", "https://login.example.com/samlp/metadata/abc123")]
    [TestCase("okta", "https://acme.okta.com/app/acme_ledger_1/exk1/sso/saml", "https://acme.okta.com/app/exk1/sso/saml/metadata")]
    [TestCase("keycloak", "https://sso.example.com/realms/staff/protocol/saml", "https://sso.example.com/realms/staff/protocol/saml/descriptor")]
    [TestCase("generic", "https://login.example.com/sso", null)]
    public void Saml_metadata_lies_where_the_product_has_it(string kind, string endpoint, string? metadata) =>
        Assert.That(IssuerTable.Default.SamlMetadataOf(kind, new Uri(endpoint))?.Address, Is.EqualTo(metadata));
}
