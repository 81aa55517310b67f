using Prober.Scenarios;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary><c>{ "server": "http://proxy.example.com:3128" }</c>.</summary>
internal sealed class ProxyShape : ObjectShape<ProxySettings>
{
    private readonly Key<string> _server, _bypass;
    private readonly Key<Secret> _username, _password;

    public ProxyShape() : base("the key server")
    {
        _server = Required(
            "server",
            new PatternedTextShape("a proxy such as http://proxy.example.com:3128", "^((https?|socks[45])://)?[A-Za-z0-9.-]+(:[0-9]{1,5})?$"),
            "The proxy's address, without user name and password.");
        _bypass = Optional("bypass", Common.Text, "Hosts that are reached directly, separated by commas.");
        _username = Optional("username", new SecretShape("a user name", 1), "User name at the proxy.");
        _password = Optional("password", new SecretShape("a password", SecretShape.ShortestSearchable), "Password at the proxy.");
    }

    protected override bool IsSecret => true;

    protected override ProxySettings Build(ObjectValues values, ReadContext context) =>
        new(values.Get(_server), values.Or(_bypass, null), values.Or(_username, null), values.Or(_password, null));
}
