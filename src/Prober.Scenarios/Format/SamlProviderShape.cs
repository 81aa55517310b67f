using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>saml: { metadata: "https://login.example.com/samlp/metadata" }</c> of the provider.</summary>
internal sealed class SamlProviderShape : ObjectShape<SamlProviderSettings>
{
    private readonly Key<string> _metadata, _certificate, _entityId;

    public SamlProviderShape() : base("what its SAML is trusted by: metadata or certificate")
    {
        _metadata = Optional("metadata", Common.Text, "Address or path of the provider's SAML metadata; a relative path starts at the scenario file.");
        _certificate = Optional("certificate", Common.Text, "Path of its signing certificate (PEM or DER), where there is no metadata.");
        _entityId = Optional("entityId", Common.Text, "Its entity ID, exact to the character; picks it out of metadata that describes several.");
    }

    protected override SamlProviderSettings Build(ObjectValues values, ReadContext context)
    {
        if (!values.Has(_metadata) && !values.Has(_certificate)) throw values.Node.Error("expected metadata or certificate, found neither.");
        var metadata = values.Get(_metadata);
        var isAddress = metadata?.Contains("://", StringComparison.Ordinal) == true;
        if (isAddress) Common.Address.Read(values.NodeOf(_metadata), context);
        return new(isAddress || metadata is null ? metadata : ScenarioPath.Of(values, metadata), values.Get(_certificate) is { } file ? ScenarioPath.Of(values, file) : null, values.Get(_entityId));
    }
}
