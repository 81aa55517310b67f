using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>management: { clientId: prober, clientSecret: "${PROBER_MANAGEMENT_SECRET}" }</c>, or <c>{ token: … }</c>.</summary>
internal sealed class ManagementShape : ObjectShape<ManagementSettings>
{
    private static readonly ManagementSettings Defaults = new();

    private readonly Key<Uri> _url;
    private readonly Key<string> _clientId, _audience, _realm;
    private readonly Key<Secret> _clientSecret, _token;
    private readonly Key<TimeSpan> _wait;

    public ManagementShape() : base("the keys clientId and clientSecret, or token")
    {
        _url = Optional("url", Common.Url, "Root of the management API, where it is not the issuer's host: at Auth0 the tenant's own domain behind a custom one.");
        _clientId = Optional("clientId", Common.Text, "Client identifier of the machine-to-machine application.");
        _clientSecret = Optional("clientSecret", new SecretShape("a client secret", SecretShape.ShortestSearchable), "Its secret, usually ${PROBER_MANAGEMENT_SECRET}.");
        _audience = Optional("audience", Common.Text, "Auth0's audience; the API's own address when absent.");
        _realm = Optional("realm", Common.Text, "Keycloak's realm, or Entra's tenant, in which the client lives, where that is not the issuer's.");
        _token = Optional("token", new SecretShape("a token", SecretShape.ShortestSearchable), "A token that a person made, instead of clientId and clientSecret; Okta needs one.");
        _wait = Optional("wait", Common.Duration, "How long log entries that show late are waited for.", Defaults.Wait);
    }

    protected override bool IsSecret => true;

    protected override ManagementSettings Build(ObjectValues values, ReadContext context)
    {
        if (values.Has(_token) && values.Has(_clientSecret)) throw values.NodeOf(_token).Error("expected either token, or clientId with clientSecret, found both.");
        if (values.Has(_clientId) != values.Has(_clientSecret)) throw values.Node.Error("expected clientId and clientSecret together, found only one of them.");
        if (!values.Has(_token) && !values.Has(_clientId)) throw values.Node.Error("expected clientId with clientSecret, or token, found neither.");
        return new()
        {
            Url = values.Get(_url),
            ClientId = values.Get(_clientId),
            ClientSecret = values.Get(_clientSecret),
            Audience = values.Get(_audience),
            Realm = values.Get(_realm),
            Token = values.Get(_token),
            Wait = values.Get(_wait),
        };
    }
}
