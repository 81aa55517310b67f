using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>saml: { entityId: urn:example:ledger, acs: "https://ledger.example.com/saml/acs" }</c> of an application.</summary>
internal sealed class SamlApplicationShape : ObjectShape<SamlApplicationSettings>
{
    private readonly Key<string> _entityId, _key, _consumer;
    private readonly Key<bool> _providerStarted;

    public SamlApplicationShape() : base("the keys of a SAML or WS-Federation application: entityId, acs, idpInitiated, decryptionKey")
    {
        _entityId = Optional("entityId", Common.Text, "Its entity ID or realm, exact to the character.");
        _consumer = Optional("acs", Common.Address, "Its assertion consumer service (or wreply), exact.");
        _providerStarted = Optional("idpInitiated", Common.Flag, "Whether it takes a login that the provider starts.");
        _key = Optional("decryptionKey", Common.Text, "Path of its private key in PEM, for encrypted assertions; a relative one starts at the scenario file.");
    }

    protected override SamlApplicationSettings Build(ObjectValues values, ReadContext context) =>
        new(values.Get(_entityId), values.Get(_key) is { } key ? ScenarioPath.Of(values, key) : null, values.Get(_consumer), values.Maybe(_providerStarted));
}
