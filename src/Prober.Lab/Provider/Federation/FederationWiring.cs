using Prober.Lab.Saml;
using Prober.Lab.Upstream;

namespace Prober.Lab.Provider.Federation;

/// <summary>How broker and upstream provider know each other, told once for both sides.</summary>
internal sealed class FederationWiring(Uri broker, Uri upstream)
{
    private readonly OpenIdConnectUpstream openIdConnect = new(upstream, broker, "lab-broker", "broker-to-workforce-secret");

    // Auth0's entity identifier and assertion consumer service for a connection.
    private readonly ServiceProvider saml = new(
        $"urn:auth0:lab:{SamlConnection.ConnectionName}",
        new Uri(broker, $"{Paths.UpstreamCallback}?connection={SamlConnection.ConnectionName}").ToString(),
        new Uri(broker, Paths.UpstreamLogoutReturn).ToString())
    {
        Certificate = () => SamlCertificates.Provider,
    };

    public UpstreamClient Broker() => new(openIdConnect.ClientId, openIdConnect.ClientSecret, saml)
    {
        CallbackUrls = [openIdConnect.Callback],
        LogoutUrls = [openIdConnect.AfterLogout],
    };

    public IEnumerable<UpstreamConnection> Connections(FaultBehaviour fault, TimeProvider clock) =>
        [new OpenIdConnectConnection(fault.Ask(openIdConnect), clock), new SamlConnection(saml, Directory(), clock)];

    private TrustedProvider Directory() => new(
        upstream.ToString(), new Uri(upstream, UpstreamPaths.SamlSignOn).ToString(), new Uri(upstream, UpstreamPaths.SamlLogout).ToString())
    {
        Certificate = () => SamlCertificates.Upstream,
    };
}
