using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>upstream: { kind: oidc, hosts: [sso.example.org], button: { text: Continue with Example } }</c>.</summary>
internal sealed class UpstreamShape : ObjectShape<UpstreamSettings>
{
    private readonly Key<IReadOnlyList<string>> _hosts;
    private readonly Key<string> _kind, _issuer, _callback;
    private readonly Key<Marker> _button;
    private readonly Key<SamlProviderSettings> _saml;

    public UpstreamShape() : base("the keys of the provider behind this one, at least hosts")
    {
        _hosts = Required("hosts", ProviderShape.Hosts, "Hosts of the provider behind this one, to which it sends the person on.");
        _kind = Optional("kind", Common.Text, "What the connection is called there: oidc, samlp, waad, google-oauth2, adfs …");
        _issuer = Optional("issuer", Common.Text, "The upstream provider's issuer identifier or SAML entity ID.");
        _callback = Optional("callback", Common.Text, "The identity provider's own callback as it is registered upstream, exact.");
        _saml = Optional("saml", new SamlProviderShape(), "What its assertions are trusted by, where it speaks SAML.");
        _button = Optional("button", MarkerShape.Instance, "The button of the login page that leads upstream, when the application does not name the connection.");
    }

    protected override UpstreamSettings Build(ObjectValues values, ReadContext context) => new()
    {
        Hosts = values.Get(_hosts),
        Kind = values.Get(_kind),
        Issuer = values.Get(_issuer),
        CallbackUrl = values.Get(_callback),
        Saml = values.Get(_saml),
        Button = values.Get(_button),
    };
}
