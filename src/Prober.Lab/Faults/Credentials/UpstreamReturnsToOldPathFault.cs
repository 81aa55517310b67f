using Prober.Lab.Upstream;

namespace Prober.Lab;

/// <summary>The upstream provider posts its answer to an address that the broker gave up.</summary>
internal sealed class UpstreamReturnsToOldPathFault : FaultBehaviour
{
    public override FaultInfo Info { get; } = new(
        Fault.UpstreamReturnsToOldPath, "F33", "upstream-returns-to-old-path",
        "The upstream provider has an old path of the broker registered as assertion consumer service.", "credentials-broker-callback-seen")
    {
        MustNotFail = ["token-app-callback-seen"],
        Scenario = LabScenario.FederatedSaml,
    };

    public override UpstreamClient RegisterBroker(UpstreamClient client)
    {
        var old = new Uri(new Uri(client.Saml.AssertionConsumerService), "/saml/callback").ToString();
        return client with { Saml = client.Saml with { AssertionConsumerService = old } };
    }
}
