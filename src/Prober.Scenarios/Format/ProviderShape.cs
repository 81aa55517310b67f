using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Scenarios.Format;

/// <summary><c>provider: { kind: auth0, issuer: "https://login.example.com/" }</c>.</summary>
internal sealed class ProviderShape : ObjectShape<ProviderSettings>
{
    private readonly Key<string> _kind, _issuer, _connection, _log, _users, _settings;
    private readonly Key<IReadOnlyList<string>> _hosts;
    private readonly Key<UpstreamSettings> _upstream;
    private readonly Key<ManagementSettings> _management;
    private readonly Key<LogSource> _serverLog;
    private readonly Key<SamlProviderSettings> _saml;

    public ProviderShape() : base("the identity provider's keys, at least issuer or saml")
    {
        _kind = Optional(
            "kind",
            Common.OneOf(
                "auth0", "keycloak", "okta", "entra", "cognito", "duende", "openiddict", "oidc-provider", "lemonldap-ng", "adfs", "generic"),
            "Which product it is; selects what is known of its pages and errors.",
            "generic");
        _issuer = Optional("issuer", new IssuerShape(), "The issuer identifier, exact to the trailing slash; may be left out where saml is given.");
        _hosts = Optional("hosts", Hosts, "Further hosts of the provider, such as a custom domain.");
        _upstream = Optional("upstream", new UpstreamShape(), "The provider behind this one, where the account signs in, at least its hosts.");
        _saml = Optional("saml", new SamlProviderShape(), "What the provider's assertions are trusted by, where it speaks SAML or WS-Federation.");
        _connection = Optional("connection", Common.Text, "The connection (user store, realm, tenant) that the account belongs to.");
        _management = Optional("management", new ManagementShape(), "Access to the provider's management API, whose log, users and settings then testify.");
        _log = Optional("log", new ExportedFileShape(), "The provider's log as a person exported it.");
        _users = Optional("users", new ExportedFileShape(), "User records as a person exported them.");
        _settings = Optional("settings", new ExportedFileShape(), "Applications, connections and tenant settings as a person exported them.");
        _serverLog = Optional("serverLog", new LogSourceShape(), "The log that the provider's own servers write.");
    }

    internal static ListShape<string> Hosts { get; } =
        new(new PatternedTextShape("a host name without https:// and path", @"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?$"), "host names");

    protected override ProviderSettings Build(ObjectValues values, ReadContext context)
    {
        if (!values.Has(_issuer)) CheckWithoutIssuer(values);
        return new()
        {
            Kind = values.Get(_kind),
            Issuer = values.Get(_issuer),
            Hosts = values.Get(_hosts) ?? [],
            Upstream = values.Get(_upstream),
            Saml = values.Get(_saml),
            Connection = values.Get(_connection),
            Management = values.Get(_management),
            LogExport = values.Get(_log),
            UsersExport = values.Get(_users),
            SettingsExport = values.Get(_settings),
            ServerLog = values.Get(_serverLog),
        };
    }

    // The management API and the log of the provider's servers are found and clocked by its issuer.
    private void CheckWithoutIssuer(ObjectValues values)
    {
        if (!values.Has(_saml)) throw values.Node.Error("missing the key \"issuer\": the issuer identifier, exact to the trailing slash.");
        foreach (Key key in new Key[] { _management, _serverLog })
        {
            if (values.Has(key)) throw values.NodeOf(key).Error($"{key.Name} goes with issuer.");
        }
    }
}
