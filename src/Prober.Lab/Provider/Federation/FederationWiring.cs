using Prober.Lab.Upstream;

namespace Prober.Lab.Provider.Federation;

/// <summary>How broker and upstream provider know each other, told once for both sides.</summary>
internal sealed class FederationWiring(Uri broker, Uri upstream)
{
    private readonly OpenIdConnectUpstream openIdConnect = new(upstream, broker, "lab-broker", "broker-to-workforce-secret");

    public UpstreamClient Broker() => new(openIdConnect.ClientId, openIdConnect.ClientSecret)
    {
        CallbackUrls = [openIdConnect.Callback],
        LogoutUrls = [openIdConnect.AfterLogout],
    };

    public IEnumerable<UpstreamConnection> Connections(FaultBehaviour fault, TimeProvider clock) =>
        [new OpenIdConnectConnection(fault.Ask(openIdConnect), clock)];
}
