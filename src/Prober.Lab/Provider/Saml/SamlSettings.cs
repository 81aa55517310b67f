namespace Prober.Lab.Provider.Saml;

/// <summary>The tenant as a SAML identity provider, under Auth0's names.</summary>
internal static class SamlSettings
{
    public const string Issuer = "urn:lab.auth0.example";

    public static string SingleSignOn(Uri tenant, string clientId) => new Uri(tenant, $"samlp/{clientId}").ToString();

    public static string SingleLogout(Uri tenant, string clientId) => new Uri(tenant, $"samlp/{clientId}/logout").ToString();
}
