using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>saml: { entityId: urn:example:ledger }</c> of an application.</summary>
internal sealed class SamlApplicationShape : ObjectShape<SamlApplicationSettings>
{
    private readonly Key<string> _entityId, _key;

    public SamlApplicationShape() : base("the keys of a SAML or WS-Federation application: entityId, decryptionKey")
    {
        _entityId = Optional("entityId", Common.Text, "Its entity ID or realm, exact to the character.");
        _key = Optional("decryptionKey", Common.Text, "Path of its private key in PEM, for encrypted assertions; a relative one starts at the scenario file.");
    }

    protected override SamlApplicationSettings Build(ObjectValues values, ReadContext context) =>
        new(values.Get(_entityId), values.Get(_key) is { } key ? ScenarioPath.Of(values, key) : null);
}
