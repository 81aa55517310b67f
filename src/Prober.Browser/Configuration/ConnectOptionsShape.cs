using Prober.Scenarios;
using Prober.Scenarios.Reading;
using Prober.Scenarios.Reading.Shapes;

namespace Prober.Browser.Configuration;

/// <summary>The key <c>connectOptions</c>.</summary>
internal sealed class ConnectOptionsShape : ObjectShape<ConnectSettings>
{
    private readonly Key<Secret> _wsEndpoint;
    private readonly Key<int> _timeout;
    private readonly Key<string> _exposeNetwork;
    private readonly Key<IReadOnlyDictionary<string, Secret>> _headers;

    public ConnectOptionsShape() : base("the key wsEndpoint")
    {
        _wsEndpoint = Required(
            "wsEndpoint", new SecretShape("an address that begins with wss:// or ws://", 6, "^wss?://."), "Address of a Playwright server.");
        _timeout = Optional("timeout", new WholeNumberShape(1_000, 300_000, "milliseconds"), "Longest time to connect.", 30_000);
        _exposeNetwork = Optional("exposeNetwork", Common.Text, "Hosts that the remote browser reaches through this machine, such as <loopback>.");
        _headers = Optional(
            "headers",
            new MapShape<Secret>(new SecretShape("a header's value", 1), "headers by name", "^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", "a header's name"),
            "Sent when connecting, such as an access token.");
    }

    protected override bool IsSecret => true;

    protected override ConnectSettings Build(ObjectValues values, ReadContext context) => new(
        values.Get(_wsEndpoint),
        TimeSpan.FromMilliseconds(values.Get(_timeout)),
        values.Or(_exposeNetwork, null),
        values.Or(_headers, null) ?? new Dictionary<string, Secret>());
}
