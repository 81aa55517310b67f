using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>saml: { metadata: "https://login.example.com/samlp/metadata" }</c> of the provider.</summary>
internal sealed class SamlProviderShape : ObjectShape<SamlProviderSettings>
{
    private readonly Key<string> _metadata, _certificate;

    public SamlProviderShape() : base("what its SAML is trusted by: metadata or certificate")
    {
        _metadata = Optional("metadata", Common.Text, "Address or path of the provider's SAML metadata; a relative path starts at the scenario file.");
        _certificate = Optional("certificate", Common.Text, "Path of its signing certificate (PEM or DER), where there is no metadata.");
    }

    protected override SamlProviderSettings Build(ObjectValues values, ReadContext context)
    {
        var metadata = values.Get(_metadata);
        return new(metadata?.Contains("://", StringComparison.Ordinal) == true ? metadata : metadata is null ? null : ScenarioPath.Of(values, metadata), values.Get(_certificate) is { } file ? ScenarioPath.Of(values, file) : null);
    }
}
